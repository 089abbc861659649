import { expect, test } from 'vitest';
import { holdRulesOf } from './hold-rules.ts';

test('a span that a longer one says already is left out', () => {
  const spans = (stay: number, grace: number, upgrades = 'wait') =>
    holdRulesOf({ stay: { days: stay, upgrades }, grace: { days: grace } }).spans.map(({ what, days }) => `${what} ${days}`);
  expect(spans(30, 90)).toEqual(['fall 90', 'change 30']);
  expect(spans(90, 30)).toEqual(['change 90']);
  expect(spans(30, 30)).toEqual(['change 30']);
  expect(spans(90, 30, 'free')).toEqual(['fall 90']);
});

test('what is not there or not finished holds nothing', () => {
  const none = { spans: [], keep: undefined, rise: undefined, oneStep: false, listed: 0, byColumns: false };
  expect(holdRulesOf({})).toEqual(none);
  expect(holdRulesOf({ stay: {}, margin: { keep: 0 }, overrides: null })).toEqual(none);
  expect(
    holdRulesOf({
      margin: { rise: 2.5 },
      oneStep: true,
      overrides: [{}, { key: 'c1', tier: 'gold', until: '2026-12-31' }],
      overrideBy: { tier: 'vip', until: 'day' },
    }),
  ).toEqual({
    ...none,
    rise: 2.5,
    oneStep: true,
    listed: 1,
    byColumns: true,
  });
});
