// Days on which seasons are looked at, and the year as a strip.
import { formatDay } from '@tierflow/definition';
import type { Flow, FlowSeason } from '@tierflow/flow';
import { expect, test } from 'vitest';
import { dayOfSeason, usualDay, yearStrip } from './season-days.ts';

const season = (id: string, from: string, to: string, yearly = false): FlowSeason => ({
  id,
  title: id,
  from,
  to,
  ...(yearly ? { yearly: true as const } : {}),
  values: [],
});
const sale = season('sale', '11-01', '11-11', true);
const winter = season('winter', '12-20', '01-05', true);
const long = season('long', '2026-10-25', '2026-11-03');
const flow: Flow = { format: 'tierflow/flow@1', id: 'f', title: 'F', timeZone: 'UTC', nodes: [], edges: [], seasons: [sale, winter, long] };

test('a season is looked at on its next day that no season above it takes', () => {
  expect(dayOfSeason(flow, sale, '2026-10-31')).toBe('2026-11-01');
  expect(dayOfSeason(flow, sale, '2026-11-05')).toBe('2026-11-05');
  expect(dayOfSeason(flow, winter, '2026-01-06')).toBe('2026-12-20');
  expect(dayOfSeason(flow, long, '2026-01-01')).toBe('2026-10-25');
  expect(dayOfSeason(flow, long, '2030-01-01')).toBe('2026-11-03');
  expect(dayOfSeason(flow, season('odd', 'soon', 'later'), '2026-01-01')).toBeUndefined();
});

test('as usual is the next day of no season', () => {
  expect(usualDay(flow, '2026-10-31')).toBe('2026-11-12');
  expect(usualDay(flow, '2026-07-01')).toBe('2026-07-01');
  expect(usualDay({ ...flow, seasons: [season('all', '01-01', '12-31', true)] }, '2026-07-01')).toBeUndefined();
});

test('the strip has twelve months from the month of the day, and tells where a season holds and where it is hidden', () => {
  const strip = yearStrip([sale, winter, long], '2026-10-31');
  expect([strip.months.length, strip.days, formatDay(strip.first), formatDay(strip.months[11] ?? 0)]).toEqual([
    12,
    365,
    '2026-10-01',
    '2027-09-01',
  ]);
  const told = strip.rows.map(({ holds, hidden }) =>
    [holds, hidden].map((runs) => runs.map(({ from, to }) => `${formatDay(from)} ${formatDay(to)}`)),
  );
  expect(told).toEqual([
    [['2026-11-01 2026-11-11'], []],
    [['2026-12-20 2027-01-05'], []],
    [['2026-10-25 2026-10-31'], ['2026-11-01 2026-11-03']],
  ]);
});
