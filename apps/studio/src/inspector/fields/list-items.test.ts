import { expect, test } from 'vitest';
import { itemKeys, movedItem, newItem } from './list-items.ts';

test('new items get free names', () => {
  expect(newItem({ id: 'tier', from: null }, [])).toEqual({ id: 'tier', from: null });
  const second = newItem({ id: 'tier' }, [{ id: 'tier' }]) as { id: string };
  expect(second.id).not.toBe('tier');
  const third = newItem(second, [{ id: 'tier' }, second]) as { id: string };
  expect(new Set(['tier', second.id, third.id]).size).toBe(3);
  expect(newItem({ name: '' }, [])).toEqual({ name: expect.stringMatching(/^column/) });
});

test('moves by a place', () => {
  expect(movedItem(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
});

test('keys stay with the items and are never equal', () => {
  expect(itemKeys([{ id: 'a' }, { id: 'b' }])).toEqual(['a', 'b']);
  expect(new Set(itemKeys([{ id: 'a' }, { id: 'a' }, {}])).size).toBe(3);
});
