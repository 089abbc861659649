// Numbers by constant pictures of digits, a point, thousands, signs and per cent. Other pictures are refused.
import { boundOf, type DigitsPicture, type NumberPart, numberPicture } from '@tierflow/definition';
import { SqlRefusal } from '../../refusal.ts';
import type { Call } from '../context.ts';
import { type Fragment, integer, number, sql, text } from '../fragment.ts';
import { bound, type Implementation } from './implementation.ts';
import { roundedAt } from './number.ts';
import { constantOf, digits } from './picture.ts';

type Bind = Call['bind'];

/** Up to here, a remainder times its power of ten is exact wherever the number's own digits end before the picture's. */
const MOST_DECIMALS = 7;
/** log2 of the largest whole number of a BIGINT. */
const LARGEST = 62;
const SCALES = { 1: 0, 100: 7, 1000: 10 };

export const formatNumber: Implementation = bound((call, a) => {
  const given = constantOf(call, 1);
  const picture = typeof given === 'string' ? numberPicture(given) : undefined;
  if (picture === undefined || 'fault' in picture) throw new SqlRefusal('sql.argument', call.fn);
  const [positive, negative] = [written(a, picture.positive, call), written(a, picture.negative, call)];
  return positive.text === negative.text ? positive : sql`CASE WHEN ${a} >= 0e0 THEN ${positive} ELSE ${negative} END`;
});

function written(a: Fragment, part: NumberPart, { args, bind, context, fn }: Call): Fragment {
  const { integer: left, fraction, scale, prefix, suffix } = part;
  const inThousands = left.every === undefined || (left.every === 3 && left.least <= 1);
  const plain = part.exponent === 0 && left.separators.length === 0 && fraction.separators.length === 0 && fraction.most <= MOST_DECIMALS;
  const small = args[0] !== undefined && boundOf(args[0], context.bounds) + SCALES[scale] <= LARGEST;
  if (!inThousands || !plain || !small) throw new SqlRefusal('sql.argument', fn);
  const scaled = scale === 1 ? a : bind(sql`(${a} * ${number(scale)})`);
  const rounded = bind(sql`abs(${roundedAt(scaled, fraction.most, bind)})`);
  const whole = bind(sql`CAST(floor(${rounded}) AS BIGINT)`);
  const before = wholeDigits(whole, left, bind);
  const after = part.point && fraction.most > 0 ? decimals(rounded, fraction, bind) : text('');
  return sql`${text(prefix)} || ${before} || ${after} || ${text(suffix)}`;
}

function wholeDigits(whole: Fragment, { least, every }: NumberPart['integer'], bind: Bind): Fragment {
  const picture: DigitsPicture = {
    ...{ style: 'digits', ordinal: false, zero: 0x30, mandatory: least, optional: 0, signs: [] },
    ...(every === undefined ? {} : { every: { position: every, sign: ',' } }),
  };
  const shown = digits(whole, picture, bind);
  return least === 0 ? sql`CASE WHEN ${whole} = 0 THEN '' ELSE ${shown} END` : shown;
}

/** The point and what stands after it: halves up, as JavaScript writes what is rounded already. */
function decimals(rounded: Fragment, { least, most }: NumberPart['fraction'], bind: Bind): Fragment {
  const units = sql`CAST(floor((${rounded} - floor(${rounded})) * ${number(10 ** most)} + 0.5e0) AS BIGINT)`;
  const all = sql`lpad(CAST(${units} AS VARCHAR), ${integer(most)}, '0')`;
  if (least === most) return sql`'.' || ${all}`;
  const shortest = bind(sql`rtrim(${all}, '0')`);
  const padded = sql`CASE WHEN length(${shortest}) < ${integer(least)} THEN rpad(${shortest}, ${integer(least)}, '0') ELSE ${shortest} END`;
  return least > 0 ? sql`'.' || ${padded}` : sql`CASE WHEN ${shortest} = '' THEN '' ELSE '.' || ${shortest} END`;
}
