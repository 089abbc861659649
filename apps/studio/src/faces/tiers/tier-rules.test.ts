import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { boundsOf, countsOf, entriesOf, linesOf, sharesOf, tierRule, withNewTier, withoutTier } from './tier-rules.ts';

const config = {
  on: 'score',
  bands: [
    { id: 'gold', title: { en: 'Gold', 'zh-CN': '黄金' }, from: 4.4 },
    { id: 'silver', from: 3 },
    { id: 'bronze', title: 'Bronze', from: null },
  ],
};
const rule = tierRule(config);
const place = { ends: [1, 5], step: 0.1 } as const;
const sound = (entries: unknown, mode: string) => nodeKinds.get('tiers')?.schema.safeParse({ on: 'score', [mode]: entries }).success;

test('reads a rule and writes it back', () => {
  expect(entriesOf(rule)).toEqual(config.bands);
});

test('a line stays a step away from its neighbours, exactly', () => {
  expect(boundsOf(rule.tiers, 0, place.ends, place.step)).toEqual([3.1, 5]);
  expect(boundsOf(rule.tiers, 1, place.ends, place.step)).toEqual([1, 4.3]);
});

test('a new tier finds a place above the one that takes the rest', () => {
  const more = withNewTier(rule, { id: 'tin', title: 'Tin' }, place);
  expect(more.tiers.map(({ id, from }) => [id, from])).toEqual([
    ['gold', 4.4],
    ['silver', 3],
    ['tin', 2],
    ['bronze', null],
  ]);
  expect(sound(entriesOf(more), 'bands')).toBe(true);
});

test('a tier that goes leaves its people to the one below', () => {
  expect(withoutTier(rule, 2).tiers.map(({ id, from }) => [id, from])).toEqual([
    ['gold', 4.4],
    ['silver', null],
  ]);
  expect(withoutTier(rule, 0).tiers.map(({ id }) => id)).toEqual(['silver', 'bronze']);
});

test('counts become shares that make a whole, and lines come back from cuts', () => {
  const shares = sharesOf(rule.tiers, { gold: 139, silver: 300, bronze: 561 });
  expect(shares.tiers.map(({ share }) => share)).toEqual([0.139, 0.3, 0.561]);
  expect(sound(entriesOf(shares), 'topShare')).toBe(true);
  expect(linesOf(shares.tiers, [2.9, 4.2]).tiers.map(({ from }) => from)).toEqual([4.2, 2.9, null]);
  const more = withNewTier(shares, { id: 'x', title: 'X' }, place);
  expect(more.tiers.map(({ share }) => share)).toEqual([0.139, 0.3, 0.28, 0.281]);
  expect(withoutTier(more, 3).tiers.at(-1)?.share).toBe(0.561);
});

test('counts become numbers of people; a tier more or less leaves the others as they are', () => {
  const counted = countsOf(rule.tiers, { gold: 139, silver: 300, bronze: 0 });
  expect(counted.tiers.map(({ count }) => count)).toEqual([139, 300, 1]);
  expect(sound(entriesOf(counted), 'topCount')).toBe(true);
  expect(tierRule({ on: 'score', topCount: entriesOf(counted) })).toEqual(counted);
  expect(withNewTier(counted, { id: 'x', title: 'X' }, place).tiers.map(({ count }) => count)).toEqual([139, 300, 1, 1]);
  expect(withoutTier(counted, 0).tiers.map(({ id, count }) => [id, count])).toEqual([
    ['silver', 300],
    ['bronze', 1],
  ]);
});
