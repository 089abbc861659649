// Which people the drawer shows: those of a number that was clicked, else of the selected node or edge.
import { edgeKey, type Flow, portOf } from '@tierflow/flow';
import { useEffect, useRef } from 'react';
import { useDocument, useStudio, useUi } from '../app/studio.ts';
import type { PeoplePlace } from '../app/ui-store.ts';
import { shownFlow } from '../document/document-store.ts';

interface Choice {
  readonly people: PeoplePlace | null;
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** The place a choice stands for; undefined where nothing, or something that is gone, is chosen. */
export function placeOf(flow: Flow | null, { people, nodes, edges }: Choice): PeoplePlace | undefined {
  const there = (id: string) => flow?.nodes.some((node) => node.id === id) === true;
  if (people !== null && there(people.node)) return people;
  const [node] = nodes.size === 1 ? nodes : [];
  if (node !== undefined && there(node)) return { node, port: 'in' };
  const [key] = nodes.size === 0 && edges.size === 1 ? edges : [];
  const edge = key === undefined ? undefined : flow?.edges.find((candidate) => edgeKey(candidate) === key);
  return edge === undefined ? undefined : { node: edge.from, port: portOf(edge) };
}

/** The place on show. Unless it is pinned, choosing another node leads to that one. */
export function useShownPlace(pinned: boolean): PeoplePlace | undefined {
  const { ui } = useStudio();
  const flow = useDocument(shownFlow);
  const people = useUi((state) => state.people);
  const nodes = useUi((state) => state.selectedNodes);
  const edges = useUi((state) => state.selectedEdges);
  const only = nodes.size === 1 ? [...nodes][0] : undefined;
  const before = useRef(only);
  useEffect(() => {
    if (before.current === only) return;
    before.current = only;
    const shown = ui.getState().people;
    if (!pinned && only !== undefined && shown !== null && shown.node !== only) ui.setState({ people: null });
  }, [only, pinned, ui]);
  // A panel that is opened again begins with what is selected.
  useEffect(() => () => ui.setState({ people: null }), [ui]);
  return placeOf(flow, { people, nodes, edges });
}
