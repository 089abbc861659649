// What menus, keys and tool bars do to the document, with the toast that offers to take it back.
import { notifications } from '@mantine/notifications';
import { copyNodes, disconnect, edgeKey, type FlowEdge, nodeOf, type Point, parseClip, pasteClip, removeNodes } from '@tierflow/flow';
import { createElement, useMemo } from 'react';
import { focusCanvas } from '../canvas/use-show-node.ts';
import { UndoToast } from '../design/UndoToast.tsx';
import { nodeTitle, type Speech, useSpeech } from '../words/use-words.ts';
import { type Studio, useStudio } from './studio.ts';
import { select } from './ui-store.ts';

export interface Editing {
  /** Deletes nodes and edges, without asking; says so and offers undo. */
  readonly remove: (nodes: readonly string[], edges: readonly FlowEdge[], reconnect?: boolean) => void;
  readonly duplicate: (nodes: readonly string[]) => void;
  /** What is selected as text for the clipboard; undefined where nothing is. */
  readonly copied: () => string | undefined;
  /** Puts a copied text in, at a point of the canvas or beside the originals. False if the text is no clip. */
  readonly paste: (text: string, at: Point | undefined) => boolean;
}

/** The editing actions of this studio. */
export function useEditing(): Editing {
  const studio = useStudio();
  const speech = useSpeech();
  return useMemo(() => editingOf(studio, speech), [studio, speech]);
}

function editingOf(studio: Studio, speech: Speech): Editing {
  const { document, ui } = studio;
  const present = () => document.getState().history?.present;
  const put = (text: string, at: Point | undefined, code: 'paste' | 'duplicate') => {
    const clip = parseClip(text);
    if (clip === undefined) return false;
    const left = Math.min(...Object.values(clip.layout).map((point) => point.x));
    const top = Math.min(...Object.values(clip.layout).map((point) => point.y));
    const change = document.run((flow) => pasteClip(flow, clip, at ?? { x: left + 32, y: top + 32 }, code));
    if (change?.step.code === 'paste' || change?.step.code === 'duplicate') select(ui, change.step.nodes);
    return true;
  };
  return {
    remove(nodes, edges, reconnect = false) {
      const flow = present();
      if (flow === undefined) return;
      const message = deletedText(studio, speech, nodes, edges.length);
      const change = document.run(() => (nodes.length === 0 ? disconnect(flow, edges) : removeNodes(flow, nodes, { reconnect, edges })));
      if (change === undefined || change.flow === flow) return;
      select(ui, []);
      focusCanvas();
      offerUndo(studio, speech, message);
    },
    duplicate(nodes) {
      const flow = present();
      const clip = flow === undefined ? undefined : copyNodes(flow, nodes);
      if (clip !== undefined) put(JSON.stringify(clip), undefined, 'duplicate');
    },
    copied() {
      const flow = present();
      const clip = flow === undefined ? undefined : copyNodes(flow, [...ui.getState().selectedNodes]);
      return clip === undefined ? undefined : JSON.stringify(clip, null, 1);
    },
    paste: (text, at) => put(text, at, 'paste'),
  };
}

function deletedText(studio: Studio, { t, language }: Speech, nodes: readonly string[], edges: number): string {
  if (nodes.length === 0) return t('canvas.deletedEdges', { count: edges });
  const flow = studio.document.getState().history?.present;
  const only = nodes.length === 1 && flow !== undefined ? nodeOf(flow, nodes[0] ?? '') : undefined;
  if (only === undefined) return t('canvas.deletedNodes', { count: nodes.length });
  return t('canvas.deletedNode', { title: nodeTitle(only, studio.kinds.get(only.kind), language) });
}

function offerUndo(studio: Studio, { t }: Speech, message: string): void {
  const serial = studio.document.getState().latest?.serial;
  const id = `undo-${serial}`;
  const undo = () => {
    if (studio.document.getState().latest?.serial === serial) studio.document.undo();
    notifications.hide(id);
  };
  notifications.show({
    id,
    message: createElement(UndoToast, { message, action: t('shell.undo'), onAction: undo }),
    autoClose: 8000,
    withCloseButton: true,
  });
}

/** Keys of the edges that are selected, as edges. */
export function selectedEdges(studio: Studio): readonly FlowEdge[] {
  const keys = studio.ui.getState().selectedEdges;
  return studio.document.getState().history?.present.edges.filter((edge) => keys.has(edgeKey(edge))) ?? [];
}
