// Settings of what is selected: one node, several nodes, or the flow itself.
import { useDocument, useUi } from '../app/studio.ts';
import { shownFlow } from '../document/document-store.ts';
import { ManySelected } from './many/ManySelected.tsx';
import { NodeInspector } from './node/NodeInspector.tsx';
import { FlowSettings } from './whole-flow/FlowSettings.tsx';

export function Inspector() {
  const selected = useUi((state) => state.selectedNodes);
  const [only] = selected;
  const there = useDocument((state) => only !== undefined && shownFlow(state)?.nodes.some((node) => node.id === only) === true);
  if (selected.size > 1) return <ManySelected ids={[...selected]} />;
  if (only !== undefined && there) return <NodeInspector key={only} id={only} />;
  return <FlowSettings />;
}
