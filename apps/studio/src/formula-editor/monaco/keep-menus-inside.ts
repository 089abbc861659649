// The library places a menu before it is as wide as it gets, so that beside the border of the window its end would be cut off.
import type { IDisposable } from 'monaco-editor/editor/editor.api';

const margin = 8;

/** Moves menus that open in an element back into the window when they grow. */
export function keepMenusInside(host: HTMLElement): IDisposable {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) moveInside(target);
  });
  const openings = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        const widget = node instanceof HTMLElement ? node.querySelector('.action-widget') : null;
        if (widget !== null) sizes.observe(widget);
      }
    }
  });
  openings.observe(host, { subtree: true, childList: true });
  return {
    dispose: () => {
      openings.disconnect();
      sizes.disconnect();
    },
  };
}

function moveInside(widget: Element): void {
  const menu = widget.closest<HTMLElement>('.context-view');
  const beyond = widget.getBoundingClientRect().right - (window.innerWidth - margin);
  if (menu !== null && beyond > 0) menu.style.left = `${Number.parseFloat(menu.style.left) - beyond}px`;
}
