// Numbers and instants by constant pictures: those whose digits the engine writes alike. Others are refused.
import {
  boundOf,
  type DatePart,
  type DigitsPicture,
  datePicture,
  type Expr,
  type IntegerPicture,
  integerPicture,
} from '@tierflow/definition';
import { SqlRefusal } from '../../refusal.ts';
import type { Call, Compiled } from '../context.ts';
import { type Fragment, integer, joined, number, sql, text } from '../fragment.ts';
import { bound, type Implementation, whereThere } from './implementation.ts';
import { halfEven } from './number.ts';

type Bind = Call['bind'];

/** A constant argument; undefined where it is not given. */
export function constantOf({ fn, args }: Call, at: number): boolean | number | string | undefined {
  const arg = args[at];
  if (arg !== undefined && arg.op !== 'literal') throw new SqlRefusal('sql.argument', fn);
  return arg?.value;
}

/** Every digit of a whole number up to 2^53 is its own; of larger ones JavaScript writes the shortest that tell them apart. */
function refuseLarge({ fn, args, context }: Call): void {
  if (args[0] === undefined || boundOf(unrounded(args[0]), context.bounds) > 53) throw new SqlRefusal('sql.argument', fn);
}

const ROUNDING = new Set(['round', 'floor', 'ceil', 'abs', 'neg']);

/** Whole numbers do not grow past 2^53 when numbers up to there are rounded to them. */
function unrounded(expr: Expr): Expr {
  const [first, ...rest] = expr.op === 'call' && ROUNDING.has(expr.fn) ? expr.args : [];
  return first === undefined || rest.length > 0 ? expr : unrounded(first);
}

/** Digits that are written plainly, or in thousands with commas. */
function plainDigits(picture: IntegerPicture | { readonly fault: unknown } | undefined, fn: string): DigitsPicture {
  if (picture === undefined || 'fault' in picture || picture.style !== 'digits' || picture.zero !== 0x30)
    throw new SqlRefusal('sql.argument', fn);
  const { every, signs, mandatory } = picture;
  const inThousands = every?.position === 3 && every.sign === ',' && mandatory <= 1;
  if (signs.length > 0 || (every !== undefined && !inThousands)) throw new SqlRefusal('sql.argument', fn);
  return picture;
}

/** A BIGINT that is not negative, by a picture. */
export function digits(value: Fragment, { every, mandatory, ordinal }: DigitsPicture, bind: Bind): Fragment {
  const written = every === undefined ? sql`CAST(${value} AS VARCHAR)` : sql`format('{:,}', ${value})`;
  const least = integer(mandatory);
  const padded = mandatory <= 1 ? written : sql`lpad(${written}, CAST(greatest(${least}, length(${written})) AS INTEGER), '0')`;
  if (!ordinal) return padded;
  const last = bind(sql`${value} % 10`);
  const ending = sql`CASE WHEN ${value} // 10 % 10 = 1 THEN 'th' WHEN ${last} = 1 THEN 'st' WHEN ${last} = 2 THEN 'nd' WHEN ${last} = 3 THEN 'rd' ELSE 'th' END`;
  return sql`(${padded} || ${ending})`;
}

export const formatInteger: Implementation = bound((call, a) => {
  const { bind, fn } = call;
  const given = constantOf(call, 1);
  const picture = plainDigits(typeof given === 'string' ? integerPicture(given) : undefined, fn);
  refuseLarge(call);
  const size = bind(sql`CAST(abs(floor(${a})) AS BIGINT)`);
  return sql`CASE WHEN ${a} < 0e0 THEN '-' ELSE '' END || ${digits(size, picture, bind)}`;
});

export const formatBase: Implementation = bound((call, a) => {
  const { bind, fn } = call;
  const base = constantOf(call, 1) ?? 10;
  if (typeof base !== 'number' || !Number.isInteger(base) || base < 2 || base > 36) throw new SqlRefusal('sql.argument', fn);
  refuseLarge(call);
  const whole = bind(sql`CAST(${halfEven(a, bind)} AS BIGINT)`);
  return sql`CASE WHEN ${whole} < 0 THEN '-' ELSE '' END || lower(to_base(abs(${whole}), ${integer(base)}))`;
});

const ISO = '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]';
/** Milliseconds of the years 1 to 9999. */
const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;

/** Minutes east of UTC. */
function zoneMinutes(zone: unknown, fn: string): number {
  const match = typeof zone === 'string' ? /^([+-]?)(\d\d)([0-5]\d)$/.exec(zone) : null;
  if (match === null) throw new SqlRefusal('sql.argument', fn);
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

export const fromMillis: Implementation = bound((call, a): Compiled => {
  const { bind, fn } = call;
  const given = constantOf(call, 1) ?? ISO;
  const parts = typeof given === 'string' ? datePicture(given) : undefined;
  if (parts === undefined || 'fault' in parts) throw new SqlRefusal('sql.argument', fn);
  const minutes = zoneMinutes(constantOf(call, 2) ?? '+0000', fn);
  const local = bind(sql`${a} + ${number(minutes * 60_000)}`);
  // In doubles and step by step, as the evaluator does.
  const days = bind(sql`CASE WHEN ${local} BETWEEN ${number(FIRST)} AND ${number(LAST)} THEN floor(${local} / 864e5) END`);
  const instant: Instant = {
    date: bind(sql`(DATE '1970-01-01' + CAST(${days} AS INTEGER))`),
    time: bind(sql`CAST(floor(${local} - ${days} * 864e5) AS BIGINT)`),
    minutes,
  };
  const written = parts.map((part) => writtenPart(part, instant, call));
  const value = written.length === 0 ? text('') : sql`(${joined(written, ' || ')})`;
  return {
    value: whereThere([days], value),
    error: sql`CASE WHEN ${days} IS NULL AND ${a} IS NOT NULL THEN 'date.out-of-range' END`,
  };
});

interface Instant {
  readonly date: Fragment;
  /** Milliseconds of the day. */
  readonly time: Fragment;
  readonly minutes: number;
}

function writtenPart(part: DatePart, instant: Instant, { bind, fn }: Call): Fragment {
  switch (part.kind) {
    case 'literal':
      return text(part.text);
    case 'zone':
      if (instant.minutes !== 0 || !part.letter) throw new SqlRefusal('sql.argument', fn);
      return text('Z');
    case 'name':
      return nameOf(part, instant);
    case 'number': {
      const value = componentOf(part, instant);
      if (value === undefined) throw new SqlRefusal('sql.argument', fn);
      const cut = part.last === undefined ? value : sql`(${value} % ${integer(10 ** part.last)})`;
      return digits(bind(cut), plainDigits(part.picture, fn), bind);
    }
  }
}

function nameOf({ component, case: written, longest }: Extract<DatePart, { kind: 'name' }>, { date, time }: Instant): Fragment {
  if (component === 'C' || component === 'E') return text('ISO');
  if (component === 'P') {
    const [before, after] = written === 'upper' ? ['AM', 'PM'] : ['am', 'pm'];
    return sql`CASE WHEN ${time} >= 43200000 THEN ${text(after)} ELSE ${text(before)} END`;
  }
  const name = component === 'F' ? sql`dayname(${date})` : sql`monthname(${date})`;
  const cased = written === 'upper' ? sql`upper(${name})` : written === 'lower' ? sql`lower(${name})` : name;
  return longest === undefined ? cased : sql`left(${cased}, ${integer(longest)})`;
}

/** Weeks of months are not the engine's. */
function componentOf({ component }: Extract<DatePart, { kind: 'number' }>, { date, time }: Instant): Fragment | undefined {
  const hour = sql`(${time} // 3600000)`;
  const of: { readonly [name: string]: Fragment } = {
    Y: sql`year(${date})`,
    M: sql`month(${date})`,
    D: sql`day(${date})`,
    d: sql`dayofyear(${date})`,
    F: sql`isodow(${date})`,
    W: sql`week(${date})`,
    X: sql`isoyear(${date})`,
    H: hour,
    h: sql`((${hour} + 11) % 12 + 1)`,
    m: sql`(${time} // 60000 % 60)`,
    s: sql`(${time} // 1000 % 60)`,
    f: sql`(${time} % 1000)`,
  };
  return of[component];
}
