import type { Expr } from '@tierflow/definition';
import { describe, expect, it } from 'vitest';
import type { Answer } from './config.ts';
import { answerOf } from './place-answers.ts';
import { placeTreeRef, type TreeEntry, valueTree } from './place-tree.ts';

type Asked = Parameters<typeof answerOf>[2];

const flat = (entries: readonly TreeEntry[]): readonly TreeEntry[] => entries.flatMap((entry) => [entry, ...flat(entry.children)]);

function treeOf(show: Answer, asked: Asked): readonly TreeEntry[] {
  const ref = placeTreeRef(show, asked);
  return (ref === undefined ? undefined : valueTree(ref)) ?? expect.fail('no tree');
}

/** Every value that the expression of the answer can give: the last lists of its look-ups. */
function answers(show: Answer, asked: Asked): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (expr: Expr): void => {
    if (expr.op !== 'call') return;
    const last = expr.args.at(-1);
    if (expr.fn === 'lookup' && last?.op === 'list') for (const value of last.values) found.add(String(value));
    for (const arg of expr.args) walk(arg);
  };
  walk(answerOf(show, { op: 'field', name: 'place' } as Expr, asked));
  found.delete('-');
  return found;
}

describe('the tree holds every value that a column can have, and no other', () => {
  it.each([
    ['region', 'province', 'short'],
    ['circle', 'city', 'short'],
    ['province', 'province', 'full'],
    ['city', 'province', 'short'],
    ['city', 'city', 'short'],
    ['city', 'county', 'full'],
    ['county', 'county', 'short'],
    ['county', 'county', 'full'],
  ] as const)('%s of a column that names each %s, %s', (show, level, names) => {
    const entries = flat(treeOf(show, { level, names }));
    expect(new Set(entries.flatMap(({ value }) => value ?? []))).toEqual(answers(show, { level, names }));
    expect(new Set(entries.map(({ id }) => id)).size, 'ids tell entries apart').toBe(entries.length);
    expect(entries.every(({ value, children }) => (value === undefined) === children.length > 0)).toBe(true);
  });
});

it('regions hold provinces, provinces their cities; circles stand beside them for cities only', () => {
  const cities = treeOf('city', { level: 'city', names: 'short' });
  const east = cities.find(({ id }) => id === '华东');
  expect(east?.children.map(({ title }) => title.en)).toEqual([
    'Shanghai',
    'Jiangsu',
    'Zhejiang',
    'Anhui',
    'Fujian',
    'Jiangxi',
    'Shandong',
  ]);
  expect(east?.children[0]?.value).toBe('上海');
  expect(east?.children[1]?.children[0]?.value).toBe('南京');
  const circles = cities.find(({ id }) => id === 'circles');
  expect(circles?.children.find(({ id }) => id === '长三角')?.children).toHaveLength(27);
  expect(treeOf('province', { level: 'city', names: 'short' }).map(({ id }) => id)).not.toContain('circles');
  expect(placeTreeRef('code', { level: 'city', names: 'short' })).toBeUndefined();
  expect(valueTree({ tree: 'moon', settings: {} })).toBeUndefined();
});
