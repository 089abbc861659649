import { expect, test } from 'vitest';
import { barsOf } from './bars.ts';

const sum = (bars: readonly { readonly n: number }[]) => bars.reduce((total, { n }) => total + n, 0);

test('few numbers have a bar each', () => {
  const values = [1, 2, 5].map((value) => ({ value, n: value * 10 }));
  const bars = barsOf({ type: 'number', min: 1, max: 5, counts: [80], missing: 3, values });
  expect(bars).toEqual({
    shape: 'scale',
    bars: [
      { is: 1, n: 10 },
      { is: 2, n: 20 },
      { is: 5, n: 50 },
    ],
    missing: 3,
    tooMany: false,
  });
});

test('many numbers are gathered without losing anybody, from value to value', () => {
  const values = Array.from({ length: 150 }, (_, at) => ({ value: at / 10, n: 2 }));
  const { bars } = barsOf({ type: 'number', min: 0, max: 14.9, counts: [], missing: 0, values });
  expect(sum(bars)).toBe(300);
  expect(bars[0]?.from).toBe(0);
  expect(bars.at(-1)?.to).toBeUndefined();
  bars.slice(0, -1).forEach((bar, at) => {
    expect(bar.to).toBe(bars[at + 1]?.from);
    const inside = values.filter(({ value }) => value >= Number(bar.from) && value < Number(bar.to));
    expect(sum(inside)).toBe(bar.n);
  });
});

test('bins of the runtime keep their edges; the last is closed', () => {
  const { bars } = barsOf({ type: 'number', min: 0, max: 100, counts: [5, 6, 7, 8], missing: 0, values: null });
  expect(bars).toEqual([
    { from: 0, to: 25, n: 5 },
    { from: 25, to: 50, n: 6 },
    { from: 50, to: 75, n: 7 },
    { from: 75, n: 8 },
  ]);
});

test('bins of days begin on a day', () => {
  const { bars } = barsOf({ type: 'date', min: '2026-01-01', max: '2026-01-11', counts: [1, 2, 3], missing: 0, values: null });
  expect(bars.map(({ from }) => from)).toEqual(['2026-01-01', '2026-01-05', '2026-01-08']);
});

test('texts are a list, unless they are too many', () => {
  const values = [{ value: 'a', n: 1 }];
  expect(barsOf({ type: 'string', min: null, max: null, counts: [], missing: 0, values })).toMatchObject({ shape: 'list', tooMany: false });
  expect(barsOf({ type: 'string', min: null, max: null, counts: [], missing: 9, values: null })).toEqual({
    shape: 'list',
    bars: [],
    missing: 9,
    tooMany: true,
  });
});
