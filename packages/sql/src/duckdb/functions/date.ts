// Days are DATE, instants DOUBLE milliseconds UTC.
import { daysFromCivil } from '@tierflow/definition';
import { SqlRefusal } from '../../refusal.ts';
import { type Fragment, number, sql, text } from '../fragment.ts';
import { bound, eager, type Implementation } from './implementation.ts';

const FIRST = number(daysFromCivil(1, 1, 1));
const LAST = number(daysFromCivil(9999, 12, 31));
const LEAST_INSTANT = number(-8.64e15);
const LARGEST_INSTANT = number(8.64e15);
const EPOCH = sql`DATE '1970-01-01'`;

/** Names that both sides look up in the same table of zones. */
const ZONE = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/;

export const dateOf: Implementation = bound(({ types, context }, a) => {
  if (types[0] === 'date') return a;
  const { timeZone } = context;
  const instant = sql`least(greatest(${a}, ${LEAST_INSTANT}), ${LARGEST_INSTANT})`;
  if (timeZone === 'UTC' || timeZone === 'Etc/UTC')
    return sql`CASE WHEN ${a} IS NOT NULL THEN ${EPOCH} + CAST(floor(${instant} / 86400000e0) AS INTEGER) END`;
  if (!ZONE.test(timeZone)) throw new SqlRefusal('sql.time-zone', timeZone);
  // Zones change at quarters of an hour; the evaluator remembers their days by quarter.
  const quarter = sql`make_timestamptz(CAST(floor(${instant} / 900000e0) AS BIGINT) * 900000000)`;
  return sql`CASE WHEN ${a} IS NOT NULL THEN CAST(timezone(${text(timeZone)}, ${quarter}) AS DATE) END`;
});

export const daysBetween: Implementation = eager((_, from, to) => sql`CAST(${to} - ${from} AS DOUBLE)`);

export const addDays: Implementation = eager(({ bind }, from, days) => {
  const result = bind(sql`(CAST(${from} - ${EPOCH} AS DOUBLE) + trunc(${days}))`);
  const inRange = sql`${result} BETWEEN ${FIRST} AND ${LAST}`;
  return {
    value: sql`CASE WHEN ${inRange} THEN ${EPOCH} + CAST(least(greatest(${result}, ${FIRST}), ${LAST}) AS INTEGER) END`,
    error: sql`CASE WHEN NOT ${inRange} THEN 'date.out-of-range' END`,
  };
});

export const yearOf: Implementation = eager((_, a) => sql`CAST(year(${a}) AS DOUBLE)`);
export const monthOf: Implementation = eager((_, a) => sql`CAST(month(${a}) AS DOUBLE)`);
export const dayOf: Implementation = eager((_, a) => sql`CAST(day(${a}) AS DOUBLE)`);
export const weekdayOf: Implementation = eager((_, a) => sql`CAST(isodow(${a}) AS DOUBLE)`);

const UNITS = ['week', 'month', 'quarter', 'year'];

export const startOf: Implementation = bound(({ args }, a, unit) => {
  const given = args[1];
  if (given?.op === 'literal' && UNITS.includes(String(given.value))) return sql`CAST(date_trunc(${unit}, ${a}) AS DATE)`;
  const cases = UNITS.map(text).map((name) => sql`WHEN ${name} THEN CAST(date_trunc(${name}, ${a}) AS DATE)`);
  const known = sql`${unit} IN ('week', 'month', 'quarter', 'year')`;
  return {
    value: sql`CASE ${unit} ${cases.reduce((all, next) => sql`${all} ${next}`)} END`,
    error: sql`CASE WHEN NOT ${known} AND ${a} IS NOT NULL THEN 'date.unknown-unit' END`,
  };
});

/** A birthday on 29 February counts from 1 March in common years. */
export const age: Implementation = bound((_, from, to) => {
  const inYear = (day: Fragment): Fragment => sql`(month(${day}) * 100 + day(${day}))`;
  return sql`CAST(year(${to}) - year(${from}) - CASE WHEN ${inYear(to)} < ${inYear(from)} THEN 1 ELSE 0 END AS DOUBLE)`;
});

/** `TRY_CAST` alone takes other spellings and the year 0. */
export const toDate: Implementation = bound(({ bind }, a) => {
  const read = bind(sql`CASE WHEN regexp_full_match(${a}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN TRY_CAST(${a} AS DATE) END`);
  return {
    value: read,
    error: sql`CASE WHEN ${read} >= DATE '0001-01-01' THEN NULL WHEN ${a} IS NOT NULL THEN 'date.unreadable' END`,
  };
});
