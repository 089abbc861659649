// The numbers on edges, all in one layer so that none covers a card or another; the tools of a selected edge stand there too.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { disconnect, edgeKey, type Flow, type FlowEdge, portOf } from '@tierflow/flow';
import { EdgeLabelRenderer, type InternalNode, useReactFlow, useStore } from '@xyflow/react';
import { useMemo } from 'react';
import { showPeople } from '../../app/show-people.ts';
import { useDocument, useStudio, useUi } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { type Speech, useSpeech } from '../../words/use-words.ts';
import type { CardNode } from '../canvas-nodes.ts';
import { farZoom } from '../card/use-card.ts';
import { type Curve, curveBetween } from './curve.ts';
import classes from './edge.module.css';
import type { EdgeFacts } from './edge-facts.ts';
import { useEdges } from './edge-store.ts';
import { placePills, pointAt } from './pill-layout.ts';

const pillLetters = 9;

type Lookup = ReadonlyMap<string, InternalNode<CardNode>>;

export function EdgePills() {
  const flow = useDocument(shownFlow);
  const facts = useEdges((state) => state.facts);
  const hovered = useEdges((state) => state.hovered);
  const selected = useUi((state) =>
    state.selectedEdges.size === 1 && state.selectedNodes.size === 0 ? [...state.selectedEdges][0] : undefined,
  );
  const far = useStore((state) => state.transform[2] < farZoom);
  const lookup = useStore((state) => state.nodeLookup) as unknown as Lookup;
  const moved = useStore((state) => state.nodes);
  const speech = useSpeech();
  const curves = useMemo(
    () => (flow === null || moved.length === 0 ? new Map<string, Curve>() : curvesOf(flow, lookup)),
    [flow, lookup, moved],
  );
  const labels = useMemo(() => (flow === null ? [] : labelsOf(flow, facts, speech)), [flow, facts, speech]);
  const places = useMemo(() => {
    const wishes = labels.flatMap(({ key, text }) => {
      const curve = curves.get(key);
      const width = far ? text.length * 10.5 + 20 : text.length * 6.6 + 14;
      return curve === undefined ? [] : [{ key, curve, width, height: far ? 28 : 18 }];
    });
    return placePills(wishes, cardsIn(lookup, moved.length));
  }, [labels, curves, far, lookup, moved.length]);
  return (
    <EdgeLabelRenderer>
      {labels.map(({ key, edge, text, value }) => {
        const at = places.get(key);
        return at === undefined || key === selected ? null : (
          <Pill key={key} edge={edge} text={text} facts={value} at={at} far={far} hovered={hovered === key} />
        );
      })}
      {selected !== undefined && flow !== null && <EdgeTools flow={flow} edgeId={selected} curve={curves.get(selected)} />}
    </EdgeLabelRenderer>
  );
}

interface Label {
  readonly key: string;
  readonly edge: FlowEdge;
  readonly text: string;
  readonly value: EdgeFacts;
}

/** Labels, those with most people first: they keep their place when room is short. */
function labelsOf(flow: Flow, facts: ReadonlyMap<string, EdgeFacts>, speech: Speech): readonly Label[] {
  const labels = flow.edges.flatMap((edge): Label[] => {
    const key = edgeKey(edge);
    const value = facts.get(key);
    return value === undefined || value.n === null ? [] : [{ key, edge, text: labelOf(value, value.n, speech), value }];
  });
  return labels.sort((a, b) => (b.value.n ?? 0) - (a.value.n ?? 0));
}

function labelOf(facts: EdgeFacts, n: number, speech: Speech): string {
  return facts.columns.length === 0 ? speech.short(n) : columnsLabel(facts.columns);
}

/** Names of columns as far as a pill has room: `R F M +2`. */
function columnsLabel(columns: readonly string[]): string {
  const shown: string[] = [];
  for (const column of columns) {
    if (shown.length > 0 && [...shown, column].join(' ').length > pillLetters) break;
    shown.push(column.length > pillLetters ? `${column.slice(0, pillLetters - 1)}…` : column);
  }
  const left = columns.length - shown.length;
  return left === 0 ? shown.join(' ') : `${shown.join(' ')} +${left}`;
}

interface PillProps {
  readonly edge: FlowEdge;
  readonly text: string;
  readonly facts: EdgeFacts;
  readonly at: { readonly x: number; readonly y: number };
  readonly far: boolean;
  readonly hovered: boolean;
}

function Pill({ edge, text, facts, at, far, hovered }: PillProps) {
  const { ui, preferences } = useStudio();
  const { t, exact, percent } = useSpeech();
  const n = t('canvas.peopleText', { n: exact(facts.n ?? 0) });
  const hint = facts.share === null ? n : `${n} · ${t('canvas.ofInput', { share: percent(facts.share) })}`;
  return (
    <button
      type="button"
      className={`${classes.pill} nodrag nopan`}
      data-far={far || undefined}
      data-columns={facts.columns.length > 0 || undefined}
      data-computing={!facts.current || undefined}
      data-hovered={hovered || undefined}
      data-edge={edgeKey(edge)}
      style={{ left: at.x, top: at.y }}
      title={`${hint} — ${t('canvas.openPeople')}`}
      onClick={() => showPeople({ ui, preferences }, { node: edge.from, port: portOf(edge) })}
    >
      {hovered && !far && facts.share !== null ? `${exact(facts.n ?? 0)} · ${percent(facts.share)}` : text}
    </button>
  );
}

function EdgeTools({ flow, edgeId, curve }: { readonly flow: Flow; readonly edgeId: string; readonly curve: Curve | undefined }) {
  const { document, ui } = useStudio();
  const { t } = useSpeech();
  const { flowToScreenPosition } = useReactFlow();
  const edge = flow.edges.find((candidate) => edgeKey(candidate) === edgeId);
  if (edge === undefined || curve === undefined) return null;
  const at = pointAt(curve, 0.5);
  return (
    <div className={`${classes.tools} nodrag nopan`} style={{ left: at.x, top: at.y }}>
      <Tooltip label={t('canvas.insertOnEdge')}>
        <ActionIcon
          size={24}
          aria-label={t('canvas.insertOnEdge')}
          onClick={() => ui.setState({ quickAdd: { at: flowToScreenPosition(at), splice: edge } })}
        >
          <IconPlus size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('canvas.deleteEdge')}>
        <ActionIcon
          size={24}
          color="red"
          aria-label={t('canvas.deleteEdge')}
          onClick={() => document.run((present) => disconnect(present, [edge]))}
        >
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function curvesOf(flow: Flow, lookup: Lookup): ReadonlyMap<string, Curve> {
  const curves = new Map<string, Curve>();
  for (const edge of flow.edges) {
    const from = portPoint(lookup.get(edge.from), 'source', portOf(edge));
    const to = portPoint(lookup.get(edge.to), 'target', 'in');
    if (from !== undefined && to !== undefined) curves.set(edgeKey(edge), curveBetween(from, to));
  }
  return curves;
}

function portPoint(node: InternalNode<CardNode> | undefined, type: 'source' | 'target', id: string) {
  const port = node?.internals.handleBounds?.[type]?.find((handle) => handle.id === id);
  if (node === undefined || port === undefined) return undefined;
  const { x, y } = node.internals.positionAbsolute;
  return { x: x + port.x + (type === 'source' ? port.width : 0), y: y + port.y + port.height / 2 };
}

/** The cards' places; `count` only says that they may have changed. */
function cardsIn(lookup: Lookup, count: number) {
  return count === 0
    ? []
    : [...lookup.values()].map((node) => ({
        ...node.internals.positionAbsolute,
        width: node.measured.width ?? 244,
        height: node.measured.height ?? 116,
      }));
}
