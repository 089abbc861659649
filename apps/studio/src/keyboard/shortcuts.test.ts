// Keys find their action only where they may act.
import { expect, test } from 'vitest';
import { keysOf, shortcutFor, shortcuts } from './shortcuts.ts';

const key = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }) as KeyboardEvent;

test('keys are written the same on every system', () => {
  expect(keysOf(key('z', { ctrlKey: true }), false)).toBe('Mod+Z');
  expect(keysOf(key('Z', { metaKey: true, shiftKey: true }), true)).toBe('Mod+Shift+Z');
  expect(keysOf(key('?', { shiftKey: true }), false)).toBe('?');
  expect(keysOf(key('+', { shiftKey: true }), false)).toBe('+');
  expect(keysOf(key('ArrowUp', { altKey: true, shiftKey: true }), false)).toBe('Alt+Shift+ArrowUp');
  expect(keysOf(key('T', { shiftKey: true }), false)).toBe('Shift+T');
});

test('letters act on the canvas only, and only while they are switched on', () => {
  expect(shortcutFor('A', { canvas: true, letters: true })?.action).toBe('add');
  expect(shortcutFor('A', { canvas: false, letters: true })).toBeUndefined();
  expect(shortcutFor('A', { canvas: true, letters: false })).toBeUndefined();
  expect(shortcutFor('Mod+Z', { canvas: false, letters: false })?.action).toBe('undo');
});

test('no key has two meanings, and publishing has none', () => {
  const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(shortcuts.some((shortcut) => (shortcut.action as string).includes('publish'))).toBe(false);
});
