// Reports of an allocation and the scales of its sliders.
import { expect, test } from 'vitest';
import { gapOf, reportOf, sliderScale } from './report.ts';

test('a report is read with the prices of limits that are there', () => {
  const offers = [{ served: 2, waiting: 1, spend: 20, value: 90, capacity: 2, slot: 12.5, unit: null }];
  const report = reportOf({ eligible: 3, waiting: 1, value: 90, spend: 20, bound: 99, offers });
  expect(report).toMatchObject({ value: 90, unit: null, offers: [{ served: 2, slot: 12.5, unit: null }] });
  expect(report === undefined ? null : gapOf(report)).toBeCloseTo(0.1);
});

test('without a fit there is no report, without value no gap', () => {
  expect(reportOf(undefined)).toBeUndefined();
  expect(reportOf([1, 2])).toBeUndefined();
  expect(gapOf({ value: 0, bound: 5 })).toBe(0);
});

test('a slider leaves room for as much again, in round steps', () => {
  expect(sliderScale(240, true)).toEqual({ most: 500, step: 2 });
  expect(sliderScale(0, true)).toEqual({ most: 10, step: 1 });
  expect(sliderScale(60_000, false)).toEqual({ most: 200_000, step: 1000 });
});
