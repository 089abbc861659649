import type { Condition } from '@tierflow/compiler';
import { expect, test } from 'vitest';
import { added, conditionAt, groupView, indented, moved, outdented, partPath, placePath, removed, replaced } from './condition-tree.ts';

const row = (field: string): Condition => ({ field, op: 'ge', value: 1 });
const [a, b, c, d] = [row('a'), row('b'), row('c'), row('d')];
const tree: Condition = { all: [a, { any: [b, c] }, { not: { all: [d] } }] };

test('finds conditions and names their paths', () => {
  expect(conditionAt(tree, [1, 1])).toBe(c);
  expect(conditionAt(tree, [2, 0])).toBe(d);
  expect(conditionAt(tree, [5])).toBeUndefined();
  expect(placePath('where', tree, [1, 1])).toBe('where.all.1.any.1');
  expect(placePath('where', tree, [2, 0])).toBe('where.all.2.not.all.0');
  expect(partPath('where.all.2', { not: a }, 0)).toBe('where.all.2.not');
});

test('an excluded row is a group of one, and grows into a real one', () => {
  expect(groupView({ not: a })).toMatchObject({ exclude: true, mode: 'all', parts: [a] });
  expect(added({ not: a }, [], b)).toEqual({ not: { all: [a, b] } });
  expect(removed({ all: [b, { not: a }] }, [1, 0])).toEqual({ all: [b] });
});

test('a bare row becomes a group when another is added', () => {
  expect(added(a, [], b)).toEqual({ all: [a, b] });
});

test('removes rows, and groups that become empty', () => {
  expect(removed(tree, [1, 0])).toEqual({ all: [a, { any: [c] }, { not: { all: [d] } }] });
  expect(removed(tree, [2, 0])).toEqual({ all: [a, { any: [b, c] }] });
  expect(removed({ all: [a] }, [0])).toEqual({ all: [] });
  expect(removed(a, [])).toEqual({ all: [] });
});

test('moves among siblings and stops at the ends', () => {
  expect(moved(tree, [1, 0], 1)).toEqual({ all: [a, { any: [c, b] }, { not: { all: [d] } }] });
  expect(moved(tree, [0], -1)).toEqual(tree);
});

test('moves in and out of groups without losing a row', () => {
  expect(indented({ all: [a, b] }, [1])).toEqual({ all: [a, { any: [b] }] });
  expect(indented({ all: [{ any: [a] }, b] }, [1])).toEqual({ all: [{ any: [a, b] }] });
  expect(outdented(tree, [1, 0])).toEqual({ all: [a, { any: [c] }, b, { not: { all: [d] } }] });
  expect(outdented({ all: [{ any: [a] }] }, [0, 0])).toEqual({ all: [a] });
  expect(outdented(tree, [0])).toEqual(tree);
});

test('replaces at a place', () => {
  expect(replaced(tree, [1, 1], d)).toEqual({ all: [a, { any: [b, d] }, { not: { all: [d] } }] });
  expect(replaced(a, [], b)).toBe(b);
});
