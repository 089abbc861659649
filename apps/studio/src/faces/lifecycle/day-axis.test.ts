import { expect, test } from 'vitest';
import { dayAxis, roomyTicks } from './day-axis.ts';
import { type Range, type Stage, stagesOf } from './stages.ts';

const usual = stagesOf([
  { id: 'prospect', purchases: { to: 0 } },
  { id: 'loyal', purchases: { from: 5 }, last: { to: 90 } },
  { id: 'active', last: { to: 90 } },
  { id: 'dormant', last: { from: 91, to: 365 } },
  { id: 'lost', last: { from: 366 } },
]);

const going = (last: Range): Stage => ({ id: 'stage', title: null, limits: { last } });

test('stages by the last purchase alone stand at the axis, those with more limits above', () => {
  const axis = dayAxis(usual);
  expect(axis?.bands.map(({ id, lane, narrowed }) => [id, lane, narrowed])).toEqual([
    ['active', 0, false],
    ['dormant', 0, false],
    ['lost', 0, false],
    ['loyal', 1, true],
  ]);
  expect(axis?.lanes).toBe(2);
});

test('a tick names the day of the limit that stands there', () => {
  expect(dayAxis(usual)?.ticks).toEqual([
    { at: 0, day: 0 },
    { at: 90, day: 90 },
    { at: 365, day: 365 },
  ]);
  expect(dayAxis([going({ from: 31 })])?.ticks.at(-1)).toEqual({ at: 30, day: 31 });
});

test('bands that share a day do not share a lane', () => {
  expect(dayAxis([going({ to: 90 }), going({ from: 90 })])?.lanes).toBe(2);
  expect(dayAxis([going({ to: 90 }), going({ from: 91 })])?.lanes).toBe(1);
});

test('there is no axis where nothing goes by the last purchase or nobody could be in the band', () => {
  expect(dayAxis(stagesOf([{ id: 'new', first: { to: 30 } }]))).toBeUndefined();
  expect(dayAxis([going({ from: 9, to: 3 })])).toBeUndefined();
});

test('labels without room give way to those before them', () => {
  const ticks = [0, 7, 30, 34, 90].map((day) => ({ at: day, day }));
  expect(roomyTicks(ticks, (day) => day, 20).map(({ day }) => day)).toEqual([0, 30, 90]);
});
