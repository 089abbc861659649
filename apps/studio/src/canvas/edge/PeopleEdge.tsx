// An edge on the canvas: a ribbon as wide as the people on it, or a thin line where it only adds columns.
import { type EdgeProps, useStore } from '@xyflow/react';
import { memo } from 'react';
import { useDocument, useUi } from '../../app/studio.ts';
import { color, tierColor } from '../../design/tokens.ts';
import { shownFlow } from '../../document/document-store.ts';
import { useNodeTitle, useSpeech } from '../../words/use-words.ts';
import { edgeLabelId, type PeopleEdgeType } from '../canvas-nodes.ts';
import { farZoom } from '../card/use-card.ts';
import { curveBetween, pathOf } from './curve.ts';
import classes from './edge.module.css';
import { type EdgeFacts, edgeWidth } from './edge-facts.ts';
import { useEdgeContext, useEdges } from './edge-store.ts';

const portRadius = 6;

export const PeopleEdge = memo(function PeopleEdge(props: EdgeProps<PeopleEdgeType>) {
  const { id, source, sourceX, sourceY, target, targetX, targetY, selected } = props;
  const facts = useEdges((state) => state.facts.get(id));
  const hovered = useEdges((state) => state.hovered === id);
  const edges = useEdgeContext();
  // The area to hit stays at least 20 px on the screen.
  const far = useStore((state) => state.transform[2] < farZoom);
  const path = useUi((state) => pathState(state.testPath, source, target, id));
  const label = useLabel(source, target, facts);
  // The ends lie under the ports, so that a ribbon touches its cards.
  const d = pathOf(curveBetween({ x: sourceX - portRadius, y: sourceY }, { x: targetX + portRadius, y: targetY }));
  const style = facts === undefined ? 'unknown' : facts.n === null ? 'unknown' : facts.n === 0 ? 'zero' : facts.shape;
  const width = facts === undefined ? 2 : edgeWidth(facts);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only emphasises what the label already says
    <g
      className={classes.edge}
      data-style={style}
      data-selected={selected || undefined}
      data-hovered={hovered || undefined}
      data-computing={facts?.current === false || undefined}
      data-path={path}
      style={{ '--edge': tint(facts) } as React.CSSProperties}
      onMouseEnter={() => edges.setState({ hovered: id })}
      onMouseLeave={() => edges.setState((state) => (state.hovered === id ? { hovered: null } : state))}
    >
      <title id={edgeLabelId(id)}>{label}</title>
      {style === 'ribbon' && <path className={classes.ribbon} d={d} strokeWidth={width} />}
      <path className={`${classes.core} react-flow__edge-path`} d={d} />
      <path className="react-flow__edge-interaction" d={d} fill="none" strokeOpacity={0} strokeWidth={Math.max(far ? 44 : 22, width)} />
    </g>
  );
});

function useLabel(source: string, target: string, facts: EdgeFacts | undefined): string {
  const { t, exact } = useSpeech();
  const titleOf = useNodeTitle();
  const from = useDocument((state) => titleOf(shownFlow(state), source));
  const to = useDocument((state) => titleOf(shownFlow(state), target));
  return facts?.n == null ? t('canvas.edgeUncounted', { from, to }) : t('canvas.edge', { from, to, n: exact(facts.n) });
}

function tint(facts: EdgeFacts | undefined): string {
  if (facts?.tier != null) return tierColor(facts.tier.place, facts.tier.of).fill;
  return facts?.remainder === true ? color('unassigned') : color('ribbon');
}

/** Whether the tested customer goes along this edge. */
function pathState(
  path: { readonly nodes: Readonly<Record<string, { readonly in: boolean; readonly ports: readonly string[] }>> } | null,
  source: string,
  target: string,
  key: string,
): 'on' | 'off' | undefined {
  if (path === null) return undefined;
  const port = key.slice(source.length + 1, key.length - target.length - 1);
  return path.nodes[source]?.ports.includes(port) === true && path.nodes[target]?.in === true ? 'on' : 'off';
}
