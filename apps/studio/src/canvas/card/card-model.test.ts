// What cards show: ports in their places, letters of tiers, the base of percentages.
import type { NodeCount } from '@tierflow/api';
import type { Flow } from '@tierflow/flow';
import { expect, test } from 'vitest';
import { baseOf, chipLetter, portPlaces, shareOf } from './card-model.ts';

test('one way out stands beside the title, its remainder below; tiers are rows', () => {
  expect(portPlaces([{ id: 'match' }, { id: 'rest', remainder: true }])).toEqual({
    main: { id: 'match' },
    rows: [{ id: 'rest', remainder: true }],
  });
  const tiers = [
    { id: 'vip', tier: 0 },
    { id: 'gold', tier: 1 },
    { id: 'unassigned', remainder: true as const },
  ];
  expect(portPlaces(tiers)).toEqual({ main: undefined, rows: tiers });
  expect(portPlaces([{ id: 'vip', tier: 0 }]).main).toBeUndefined();
  expect(portPlaces([])).toEqual({ main: undefined, rows: [] });
});

test('the letter of a tier is its own where it has one', () => {
  expect(['Diamond', 'Platinum', 'Gold'].map((title, place) => chipLetter(place, title))).toEqual(['S', 'A', 'B']);
  expect(['A: strategic', 'B: important'].map((title, place) => chipLetter(place, title))).toEqual(['A', 'B']);
  expect(['A 级:战略客户', '钻石', '1'].map((title, place) => chipLetter(place, title))).toEqual(['A', 'A', '1']);
});

const flow = {
  format: 'tierflow/flow@1',
  id: 'f',
  title: 'F',
  timeZone: 'UTC',
  nodes: ['src', 'a', 'b', 'sum'].map((id) => ({ id, kind: 'filter', config: {} })),
  edges: [
    { from: 'src', to: 'a' },
    { from: 'src', to: 'b' },
    { from: 'a', to: 'sum' },
    { from: 'b', to: 'sum' },
  ],
} satisfies Flow;

const counts = (n: Record<string, number>) => (id: string) => ({ n: n[id], of: 1000 }) as NodeCount;

test('the base of percentages is everybody, or the step before', () => {
  const parallel = counts({ src: 800, a: 800, b: 800, sum: 800 });
  expect(baseOf(flow, 'sum', 'all', parallel)).toBe(1000);
  expect(baseOf(flow, 'sum', 'input', parallel)).toBe(800);
  const apart = counts({ src: 800, a: 300, b: 400, sum: 700 });
  expect(baseOf(flow, 'sum', 'input', apart)).toBe(700);
  expect(baseOf(flow, 'src', 'input', apart)).toBe(1000);
});

test('a share of nobody is none, and never more than all', () => {
  expect(shareOf(0, 0)).toBe(0);
  expect(shareOf(5, 4)).toBe(1);
  expect(shareOf(undefined, 4)).toBeUndefined();
});
