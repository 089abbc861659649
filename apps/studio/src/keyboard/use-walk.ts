// Going from card to card with the keys, and connecting cards with them.
import { connect, connectRefusal, disconnect, type Flow, flowOrder } from '@tierflow/flow';
import { useMemo } from 'react';
import { type Studio, useStudio } from '../app/studio.ts';
import { announce, select, type UiState } from '../app/ui-store.ts';
import { portIn } from '../canvas/adding.ts';
import { useShowNode } from '../canvas/use-show-node.ts';
import { type Speech, useNodeTitle, useSpeech } from '../words/use-words.ts';
import { neighbour, type Way } from './walk.ts';

type Connecting = NonNullable<UiState['connecting']>;

interface Tools {
  readonly studio: Studio;
  readonly speech: Speech;
  readonly titleOf: (flow: Flow | null, id: string) => string;
  readonly show: (id: string) => void;
}

/** The actions of the arrow keys, Tab, C, Enter and Escape. */
export function useWalk() {
  const studio = useStudio();
  const speech = useSpeech();
  const titleOf = useNodeTitle();
  const show = useShowNode();
  return useMemo(() => {
    const tools = { studio, speech, titleOf, show };
    return { ...walking(tools), ...connecting(tools), escape: () => leave(studio) };
  }, [studio, speech, titleOf, show]);
}

function walking(tools: Tools) {
  const { studio, show } = tools;
  const go = (way: Way) => () => {
    const flow = studio.document.getState().history?.present;
    if (flow === undefined) return false;
    const { connecting: open, selectedNodes } = studio.ui.getState();
    if (open !== null) return aim(tools, flow, open, way === 'next' || way === 'right' || way === 'down' ? 1 : -1);
    const next = neighbour(flow, focusedCard() ?? [...selectedNodes][0], way);
    // At the end of the flow Tab goes on to what comes after the canvas.
    if (next === undefined) return way !== 'next' && way !== 'previous';
    select(studio.ui, [next]);
    show(next);
    return true;
  };
  return { next: go('next'), previous: go('previous'), left: go('left'), right: go('right'), up: go('up'), down: go('down') };
}

/** The next card, in flow order, that the connection may lead to; those it already leads to count too, Enter takes them away. */
function aim({ studio, speech, titleOf, show }: Tools, flow: Flow, open: Connecting, step: 1 | -1): boolean {
  const targets = targetsOf(studio, flow, open);
  if (targets.length === 0) return true;
  const at = open.to === null ? (step === 1 ? -1 : 0) : targets.indexOf(open.to);
  const to = targets[(at + step + targets.length) % targets.length] ?? null;
  studio.ui.setState({ connecting: { ...open, to } });
  if (to === null) return true;
  show(to);
  const exists = connectRefusal(flow, { from: open.node, ...portIn(open.port), to }) === 'exists';
  announce(studio.ui, speech.t(exists ? 'canvas.connectedTarget' : 'canvas.connectTarget', { title: titleOf(flow, to) }));
  return true;
}

function targetsOf({ kinds }: Studio, flow: Flow, { node, port }: Connecting): readonly string[] {
  return flowOrder(flow).filter((id) => {
    const kind = kinds.get(flow.nodes.find((each) => each.id === id)?.kind ?? '');
    const refusal = connectRefusal(flow, { from: node, ...portIn(port), to: id });
    return kind?.input !== 'none' && (refusal === undefined || refusal === 'exists');
  });
}

function connecting({ studio, speech, titleOf }: Tools) {
  const { document, ui, factsStore } = studio;
  return {
    /** Begins at the selected card; pressed again, goes on to its next way out. */
    connect: () => {
      const open = ui.getState().connecting;
      const node = open?.node ?? focusedCard() ?? [...ui.getState().selectedNodes][0];
      const ports = node === undefined ? [] : (factsStore.getState().compilation?.nodes.get(node)?.ports ?? []);
      const next = ports[(ports.findIndex((port) => port.id === open?.port) + 1) % Math.max(1, ports.length)];
      if (node === undefined || next === undefined) return;
      ui.setState({ connecting: { node, port: next.id, to: null } });
      const title = titleOf(document.getState().history?.present ?? null, node);
      const port = next.title === undefined ? next.id : speech.text(next.title);
      announce(ui, speech.t('canvas.connectMode', { title: ports.length > 1 ? `${title}: ${port}` : title }));
    },
    /** Makes the connection that is aimed at, or takes it away where it is there. False while none is aimed at. */
    finish: () => {
      const open = ui.getState().connecting;
      if (open?.to == null) return false;
      const edge = { from: open.node, ...portIn(open.port), to: open.to };
      document.run((flow) => (connectRefusal(flow, edge) === 'exists' ? disconnect(flow, [edge]) : connect(flow, edge)));
      ui.setState({ connecting: null });
      select(ui, [open.to]);
      return true;
    },
  };
}

/** Leaves one thing at a time: menu, connection, test path, selection, panel. */
function leave({ ui }: Studio): void {
  const state = ui.getState();
  if (state.quickAdd !== null) ui.setState({ quickAdd: null });
  else if (state.connecting !== null) ui.setState({ connecting: null });
  else if (state.dialog === 'test') ui.setState({ dialog: null });
  else if (state.selectedNodes.size + state.selectedEdges.size > 0) select(ui, []);
  else ui.setState({ problemsOpen: false });
}

/** Id of the card that has the focus. */
export function focusedCard(): string | undefined {
  const element = document.activeElement;
  return element?.classList.contains('react-flow__node') === true ? (element.getAttribute('data-id') ?? undefined) : undefined;
}
