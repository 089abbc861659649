// The one listener for keys and the clipboard of the editor. Text fields keep their own keys, undo included.
import { type RefObject, useEffect, useRef } from 'react';
import { useStudio } from '../app/studio.ts';
import { selectedEdges, useEditing } from '../app/use-editing.ts';
import { type ActionName, keysOf, shortcutFor } from './shortcuts.ts';
import { isComposing, takesText } from './typing.ts';
import { type Actions, useActions } from './use-actions.ts';

/** Listens for as long as the editor is open. */
export function useKeyboard(): void {
  const actions = useLatest(useActions());
  useKeys(actions);
  useClipboard();
}

function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}

function useKeys(actions: RefObject<Actions>): void {
  const { preferences, ui } = useStudio();
  useEffect(() => {
    const mac = /mac|iphone|ipad/i.test(navigator.platform);
    // Looked at before anybody acts on the key: a dialog that Escape closes is gone by the time the key arrives here.
    let dialog = false;
    const onFirst = () => {
      const { dialog: open } = ui.getState();
      // The test of a customer stands beside the canvas, which stays in use.
      dialog = (open !== null && open !== 'test') || document.querySelector('[role="dialog"]') !== null;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || takesText(event.target)) return;
      // Without any focus the page's own Tab begins at its beginning.
      const nowhere = document.activeElement === null || document.activeElement === document.body;
      const keys = keysOf(event, mac);
      const shortcut = shortcutFor(keys, { canvas: onCanvas() && !dialog, letters: preferences.getState().letters });
      if (shortcut === undefined || (dialog && shortcut.action !== 'sheet')) return;
      if ((onControl(event.target) || nowhere) && isControlKey(shortcut.action)) return;
      if (actions.current[shortcut.action](event) !== false) event.preventDefault();
    };
    window.addEventListener('keydown', onFirst, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onFirst, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [actions, preferences, ui]);
}

/** The canvas has the keys: it or something on it is focused, or nothing is. */
function onCanvas(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.closest('[data-region="canvas"]') !== null;
}

function onControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, input, [role="slider"], [role="radio"], [role="option"]') !== null;
}

/** Keys that buttons and links use themselves. */
function isControlKey(action: ActionName): boolean {
  return ['edit', 'next', 'previous', 'left', 'right', 'up', 'down'].includes(action);
}

function useClipboard(): void {
  const studio = useStudio();
  const editing = useLatest(useEditing());
  useEffect(() => {
    const free = (event: ClipboardEvent) => onCanvas() && !takesText(event.target) && !event.defaultPrevented;
    const onCopy = (event: ClipboardEvent) => {
      const text = free(event) && (getSelection()?.isCollapsed ?? true) ? editing.current.copied() : undefined;
      if (text === undefined) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      if (event.type === 'cut') editing.current.remove([...studio.ui.getState().selectedNodes], selectedEdges(studio));
    };
    const onPaste = (event: ClipboardEvent) => {
      if (free(event) && editing.current.paste(event.clipboardData?.getData('text/plain') ?? '', undefined)) event.preventDefault();
    };
    window.addEventListener('copy', onCopy);
    window.addEventListener('cut', onCopy);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('copy', onCopy);
      window.removeEventListener('cut', onCopy);
      window.removeEventListener('paste', onPaste);
    };
  }, [studio, editing]);
}
