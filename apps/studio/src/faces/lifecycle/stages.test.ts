import { expect, test } from 'vitest';
import { stagesOf, withEnd } from './stages.ts';

test('a stage has the limits that limit something', () => {
  const raw = [
    { id: 'new', title: 'New', first: { to: 30 }, last: {} },
    { id: 'all', title: '' },
  ];
  expect(stagesOf(raw)).toEqual([
    { id: 'new', title: 'New', limits: { first: { to: 30 } } },
    { id: 'all', title: null, limits: {} },
  ]);
  expect(stagesOf('none')).toEqual([]);
});

test('an end is moved or opened; a limit that is open on both sides is gone', () => {
  expect(withEnd({ to: 90 }, 'from', 31)).toEqual({ from: 31, to: 90 });
  expect(withEnd({ from: 31, to: 90 }, 'to', null)).toEqual({ from: 31 });
  expect(withEnd({ to: 90 }, 'to', null)).toBeUndefined();
  expect(withEnd(undefined, 'from', 0)).toEqual({ from: 0 });
});
