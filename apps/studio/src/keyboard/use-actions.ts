// What each shortcut does.
import { moveNodes } from '@tierflow/flow';
import { useReactFlow } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { type PanelName, setPanel } from '../app/preferences.ts';
import { type Studio, useStudio } from '../app/studio.ts';
import { type QuickAdd, select } from '../app/ui-store.ts';
import { type Editing, selectedEdges, useEditing } from '../app/use-editing.ts';
import { useTidy } from '../canvas/use-tidy.ts';
import type { ActionName } from './shortcuts.ts';
import { focusedCard, useWalk } from './use-walk.ts';

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
      add: () => studio.ui.setState({ quickAdd: addPlace(studio, pointer.current) }),
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

interface Pointer {
  readonly x: number;
  readonly y: number;
  /** The mouse was used after the keys that walk over the canvas. */
  readonly recent: boolean;
}

/** At the pointer; but whoever goes by keys continues the card they are at. */
function addPlace({ factsStore }: Studio, { x, y, recent }: Pointer): QuickAdd {
  const node = focusedCard();
  const port = node === undefined ? undefined : factsStore.getState().compilation?.nodes.get(node)?.ports[0]?.id;
  const box = globalThis.document.activeElement?.getBoundingClientRect();
  if (recent || node === undefined || port === undefined || box === undefined) return { at: { x, y } };
  return { at: { x: box.right + box.width * 0.45, y: box.top + box.height * 0.2 }, from: { node, port } };
}

const walkingKeys = new Set(['Tab', 'Enter', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

/** Where the pointer was last seen over the canvas, in pixels of the window. */
function usePointer() {
  const at = useRef<Pointer>({ x: window.innerWidth / 2, y: window.innerHeight / 3, recent: false });
  useEffect(() => {
    const onMove = (event: PointerEvent) => {
      if (event.target instanceof Element && event.target.closest('[data-region="canvas"]') !== null)
        at.current = { x: event.clientX, y: event.clientY, recent: true };
    };
    const onKey = (event: KeyboardEvent) => {
      if (walkingKeys.has(event.key)) at.current = { ...at.current, recent: false };
    };
    window.addEventListener('pointermove', onMove, { passive: true });
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('keydown', onKey, true);
    };
  }, []);
  return at;
}
