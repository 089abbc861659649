// What each shortcut does.
import { connect, moveNodes } from '@tierflow/flow';
import { useReactFlow } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { type PanelName, setPanel } from '../app/preferences.ts';
import { type Studio, useStudio } from '../app/studio.ts';
import { announce, select } from '../app/ui-store.ts';
import { type Editing, selectedEdges, useEditing } from '../app/use-editing.ts';
import { portIn } from '../canvas/adding.ts';
import { useTidy } from '../canvas/use-tidy.ts';
import { useNodeTitle, useSpeech } from '../words/use-words.ts';
import type { ActionName } from './shortcuts.ts';
import { neighbour, type Way } from './walk.ts';

/** An action; `false` leaves the key to the browser. */
export type Actions = { readonly [name in ActionName]: (event: KeyboardEvent) => unknown };

/** The actions of the open editor. */
export function useActions(): Actions {
  const studio = useStudio();
  const editing = useEditing();
  const tidy = useTidy();
  const view = useReactFlow();
  const pointer = usePointer();
  const walk = useWalk();
  return useMemo(() => {
    const ids = () => [...studio.ui.getState().selectedNodes];
    const flip = (name: PanelName) => setPanel(studio.preferences, name, { open: !studio.preferences.getState().panels[name].open });
    const edit = editActions(studio, editing, ids);
    return {
      ...edit,
      ...walk,
      edit: () => walk.finish() || edit.edit(),
      undo: () => studio.document.undo(),
      redo: () => studio.document.redo(),
      add: () => studio.ui.setState({ quickAdd: { at: pointer.current } }),
      tidy,
      fit: () => void view.fitView({ padding: 0.08, maxZoom: 1, duration: 200 }),
      zoomFull: () => void view.zoomTo(1, { duration: 200 }),
      zoomIn: () => void view.zoomIn({ duration: 120 }),
      zoomOut: () => void view.zoomOut({ duration: 120 }),
      palette: () => flip('palette'),
      inspector: () => flip('inspector'),
      drawer: () => flip('drawer'),
      test: () => studio.ui.setState({ dialog: 'test' }),
      sheet: () => studio.ui.setState({ dialog: 'shortcuts' }),
    };
  }, [studio, editing, tidy, view, pointer, walk]);
}

function editActions({ document, ui, preferences }: Studio, editing: Editing, ids: () => string[]) {
  const studio = { document, ui } as Studio;
  return {
    delete: () => editing.remove(ids(), selectedEdges(studio)),
    deleteAndReconnect: () => editing.remove(ids(), selectedEdges(studio), true),
    duplicate: () => editing.duplicate(ids()),
    selectAll: () => select(ui, document.getState().history?.present.nodes.map((node) => node.id) ?? []),
    rename: () => ui.setState({ renaming: ids()[0] ?? null }),
    nudge: (event: KeyboardEvent) => {
      const size = event.shiftKey ? 48 : 8;
      const dx = event.key === 'ArrowLeft' ? -size : event.key === 'ArrowRight' ? size : 0;
      const dy = event.key === 'ArrowUp' ? -size : event.key === 'ArrowDown' ? size : 0;
      document.run((flow) => {
        const at = (id: string) => flow.layout?.[id] ?? { x: 0, y: 0 };
        return moveNodes(flow, Object.fromEntries(ids().map((id) => [id, { x: at(id).x + dx, y: at(id).y + dy }])));
      });
    },
    edit: () => {
      const [id] = ids();
      if (id === undefined) return false;
      setPanel(preferences, 'inspector', { open: true });
      ui.setState({ focusField: { node: id, path: '' } });
      return true;
    },
  };
}

/** Going from card to card, and connecting them, with the keys. */
function useWalk() {
  const { document, ui, factsStore } = useStudio();
  const { t } = useSpeech();
  const titleOf = useNodeTitle();
  const { setCenter, getInternalNode, getViewport } = useReactFlow();
  return useMemo(() => {
    const flow = () => document.getState().history?.present ?? null;
    const show = (id: string) => {
      const node = getInternalNode(id);
      globalThis.document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
      if (node === undefined) return;
      const { x, y } = node.internals.positionAbsolute;
      const centre = { x: x + (node.measured.width ?? 244) / 2, y: y + (node.measured.height ?? 116) / 2 };
      if (!isSeen(id)) void setCenter(centre.x, centre.y, { zoom: getViewport().zoom, duration: 200 });
    };
    const go = (way: Way) => () => {
      const present = flow();
      const { connecting, selectedNodes } = ui.getState();
      if (present === null) return false;
      const from = connecting === null ? [...selectedNodes][0] : (connecting.to ?? connecting.node);
      const next = neighbour(present, from, way);
      if (next === undefined) return way !== 'next' && way !== 'previous';
      if (connecting === null) select(ui, [next]);
      else ui.setState({ connecting: { ...connecting, to: next } });
      show(next);
      return true;
    };
    const finish = () => {
      const { connecting } = ui.getState();
      if (connecting?.to == null) return false;
      const { node, port, to } = connecting;
      document.run((present) => connect(present, { from: node, ...portIn(port), to }));
      ui.setState({ connecting: null });
      select(ui, [to]);
      return true;
    };
    return {
      next: go('next'),
      previous: go('previous'),
      left: go('left'),
      right: go('right'),
      up: go('up'),
      down: go('down'),
      connect: () => {
        const [node] = ui.getState().selectedNodes;
        const port = node === undefined ? undefined : factsStore.getState().compilation?.nodes.get(node)?.ports[0]?.id;
        if (node === undefined || port === undefined) return;
        ui.setState({ connecting: { node, port, to: null } });
        announce(ui, t('canvas.connectMode', { title: titleOf(flow(), node) }));
      },
      finish,
      escape: () => {
        const state = ui.getState();
        if (state.quickAdd !== null) ui.setState({ quickAdd: null });
        else if (state.connecting !== null) ui.setState({ connecting: null });
        else if (state.testPath !== null) ui.setState({ testPath: null });
        else if (state.selectedNodes.size + state.selectedEdges.size > 0) select(ui, []);
        else ui.setState({ problemsOpen: false });
      },
    };
  }, [document, ui, factsStore, t, titleOf, setCenter, getInternalNode, getViewport]);
}

function isSeen(id: string): boolean {
  const card = document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect();
  const canvas = document.querySelector('[data-region="canvas"]')?.getBoundingClientRect();
  return (
    card !== undefined &&
    canvas !== undefined &&
    card.left >= canvas.left &&
    card.right <= canvas.right &&
    card.top >= canvas.top &&
    card.bottom <= canvas.bottom
  );
}

/** Where the pointer was last seen over the canvas, in pixels of the window. */
function usePointer() {
  const at = useRef({ x: window.innerWidth / 2, y: window.innerHeight / 3 });
  useEffect(() => {
    const onMove = (event: PointerEvent) => {
      if (event.target instanceof Element && event.target.closest('[data-region="canvas"]') !== null)
        at.current = { x: event.clientX, y: event.clientY };
    };
    window.addEventListener('pointermove', onMove, { passive: true });
    return () => window.removeEventListener('pointermove', onMove);
  }, []);
  return at;
}
