// Brings a card into view and gives it the keys.
import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';

/** Waits a few frames for a card that was only just added. */
const patience = 120;

/** Brings a card into view if it is not wholly seen, and focuses it unless told otherwise. */
export function useShowNode(): (id: string, focus?: boolean) => void {
  const { setCenter, getInternalNode, getViewport } = useReactFlow();
  return useCallback(
    (id, focus = true) => {
      const show = (frames: number) => {
        const node = getInternalNode(id);
        const element = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
        if (node?.measured.width === undefined || element === null) {
          if (frames > 0) requestAnimationFrame(() => show(frames - 1));
          return;
        }
        if (focus) element.focus({ preventScroll: true });
        // A card that is not drawn yet cannot be focused: it is tried again.
        if (focus && document.activeElement !== element && frames > 0) {
          requestAnimationFrame(() => show(frames - 1));
          return;
        }
        if (isSeen(element)) return;
        const { x, y } = node.internals.positionAbsolute;
        void setCenter(x + node.measured.width / 2, y + (node.measured.height ?? 116) / 2, { zoom: getViewport().zoom, duration: 200 });
      };
      show(patience);
    },
    [setCenter, getInternalNode, getViewport],
  );
}

function isSeen(element: HTMLElement): boolean {
  const card = element.getBoundingClientRect();
  const canvas = document.querySelector('[data-region="canvas"]')?.getBoundingClientRect();
  return (
    canvas !== undefined && card.left >= canvas.left && card.right <= canvas.right && card.top >= canvas.top && card.bottom <= canvas.bottom
  );
}

/** Gives the keys to the canvas itself. */
export function focusCanvas(): void {
  document.querySelector<HTMLElement>('[data-region="canvas"]')?.focus({ preventScroll: true });
}
