// The one table of shortcuts: what the keys do, and what the shortcut sheet prints.
import type { en } from '../words/en/index.ts';

type Label = keyof typeof en.keyboard;

/** Names of the actions that keys start. */
export type ActionName =
  | 'undo'
  | 'redo'
  | 'add'
  | 'delete'
  | 'deleteAndReconnect'
  | 'duplicate'
  | 'selectAll'
  | 'escape'
  | 'next'
  | 'previous'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'nudge'
  | 'edit'
  | 'rename'
  | 'connect'
  | 'test'
  | 'tidy'
  | 'fit'
  | 'zoomFull'
  | 'zoomIn'
  | 'zoomOut'
  | 'palette'
  | 'inspector'
  | 'drawer'
  | 'sheet';

export interface Shortcut {
  readonly action: ActionName;
  /** `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
  readonly keys: readonly string[];
  readonly label: Label;
  readonly group: 'groupEdit' | 'groupView' | 'groupGo' | 'groupFormula';
  /** Where it acts: on the canvas only, or everywhere but in text. */
  readonly where: 'canvas' | 'everywhere';
  /** A single letter, which a preference can switch off. */
  readonly letter?: true;
}

export const shortcuts: readonly Shortcut[] = [
  { action: 'undo', keys: ['Mod+Z'], label: 'undo', group: 'groupEdit', where: 'everywhere' },
  { action: 'redo', keys: ['Mod+Shift+Z', 'Mod+Y'], label: 'redo', group: 'groupEdit', where: 'everywhere' },
  { action: 'add', keys: ['A'], label: 'add', group: 'groupEdit', where: 'canvas', letter: true },
  { action: 'duplicate', keys: ['Mod+D'], label: 'duplicate', group: 'groupEdit', where: 'canvas' },
  { action: 'delete', keys: ['Delete', 'Backspace'], label: 'delete', group: 'groupEdit', where: 'canvas' },
  { action: 'deleteAndReconnect', keys: ['Mod+Delete', 'Mod+Backspace'], label: 'deleteAndReconnect', group: 'groupEdit', where: 'canvas' },
  { action: 'selectAll', keys: ['Mod+A'], label: 'selectAll', group: 'groupEdit', where: 'canvas' },
  { action: 'rename', keys: ['F2'], label: 'rename', group: 'groupEdit', where: 'canvas' },
  { action: 'edit', keys: ['Enter'], label: 'edit', group: 'groupEdit', where: 'canvas' },
  { action: 'connect', keys: ['C'], label: 'connect', group: 'groupEdit', where: 'canvas', letter: true },
  { action: 'tidy', keys: ['Shift+T'], label: 'tidy', group: 'groupEdit', where: 'canvas', letter: true },
  {
    action: 'nudge',
    keys: ['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+ArrowUp', 'Alt+ArrowDown'],
    label: 'nudge',
    group: 'groupEdit',
    where: 'canvas',
  },
  {
    action: 'nudge',
    keys: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight', 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'],
    label: 'nudgeFar',
    group: 'groupEdit',
    where: 'canvas',
  },
  { action: 'next', keys: ['Tab'], label: 'next', group: 'groupGo', where: 'canvas' },
  { action: 'previous', keys: ['Shift+Tab'], label: 'previous', group: 'groupGo', where: 'canvas' },
  { action: 'left', keys: ['ArrowLeft'], label: 'along', group: 'groupGo', where: 'canvas' },
  { action: 'right', keys: ['ArrowRight'], label: 'along', group: 'groupGo', where: 'canvas' },
  { action: 'up', keys: ['ArrowUp'], label: 'along', group: 'groupGo', where: 'canvas' },
  { action: 'down', keys: ['ArrowDown'], label: 'along', group: 'groupGo', where: 'canvas' },
  { action: 'escape', keys: ['Escape'], label: 'escape', group: 'groupGo', where: 'everywhere' },
  { action: 'fit', keys: ['1'], label: 'fit', group: 'groupView', where: 'canvas', letter: true },
  { action: 'zoomFull', keys: ['0'], label: 'zoomFull', group: 'groupView', where: 'canvas', letter: true },
  { action: 'zoomIn', keys: ['+', '='], label: 'zoomIn', group: 'groupView', where: 'canvas', letter: true },
  { action: 'zoomOut', keys: ['-'], label: 'zoomOut', group: 'groupView', where: 'canvas', letter: true },
  { action: 'test', keys: ['T'], label: 'test', group: 'groupView', where: 'canvas', letter: true },
  { action: 'palette', keys: ['['], label: 'palette', group: 'groupView', where: 'canvas', letter: true },
  { action: 'inspector', keys: [']'], label: 'inspector', group: 'groupView', where: 'canvas', letter: true },
  { action: 'drawer', keys: ['\\'], label: 'drawer', group: 'groupView', where: 'canvas', letter: true },
  { action: 'sheet', keys: ['?'], label: 'sheet', group: 'groupView', where: 'everywhere', letter: true },
];

/** Shortcuts of the clipboard: the browser tells of these itself. */
export const clipboardShortcuts: readonly Pick<Shortcut, 'keys' | 'label' | 'group'>[] = [
  { keys: ['Mod+C'], label: 'copy', group: 'groupEdit' },
  { keys: ['Mod+X'], label: 'cut', group: 'groupEdit' },
  { keys: ['Mod+V'], label: 'paste', group: 'groupEdit' },
  { keys: ['Space'], label: 'pan', group: 'groupView' },
];

/** Shortcuts inside a formula: the editor of the text reads these itself. */
export const formulaShortcuts: readonly Pick<Shortcut, 'keys' | 'label' | 'group'>[] = [
  { keys: ['Mod+Enter'], label: 'keepFormula', group: 'groupFormula' },
  { keys: ['Escape'], label: 'dropFormula', group: 'groupFormula' },
  { keys: ['Control+Space'], label: 'suggest', group: 'groupFormula' },
  { keys: ['Mod+.'], label: 'repair', group: 'groupFormula' },
];

/** The keys of an event as the table writes them. */
export function keysOf(event: KeyboardEvent, mac: boolean): string {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const printable = event.key.length === 1;
  const letter = printable && /[a-z]/i.test(event.key);
  return [
    ...(mod ? ['Mod'] : []),
    ...(event.altKey ? ['Alt'] : []),
    // For signs such as `?` the shift key is part of the sign.
    ...(event.shiftKey && (!printable || letter) ? ['Shift'] : []),
    letter ? event.key.toUpperCase() : event.key,
  ].join('+');
}

/** The shortcut of an event at a place, if there is one. */
export function shortcutFor(keys: string, place: { readonly canvas: boolean; readonly letters: boolean }): Shortcut | undefined {
  return shortcuts.find(
    (shortcut) =>
      shortcut.keys.includes(keys) && (shortcut.where === 'everywhere' || place.canvas) && (shortcut.letter !== true || place.letters),
  );
}
