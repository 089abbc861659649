// Reference meaning of the number functions. Arguments are present (missing is handled by the caller).
import { raise } from '../row-error.ts';

/** The number, unless it is not finite. */
export function finite(x: number): number {
  return Number.isFinite(x) ? x : raise('number.not-finite');
}

/** Rounds half to even at a number of decimals, on the decimal text as JSONata does: 1.015 at 2 is 1.02. */
export function round(x: number, decimals = 0): number {
  const places = Math.trunc(decimals);
  const near = places >= 0 && places < POWERS.length ? roundClear(x, POWERS[places] as number) : Number.NaN;
  if (near === near) return near;
  const shifted = places === 0 ? x : shift(x, places);
  let result = Math.round(shifted);
  if (Math.abs(result - shifted) === 0.5 && Math.abs(result % 2) === 1) result -= 1;
  const back = places === 0 ? result : shift(result, -places);
  return finite(back === 0 ? 0 : back);
}

const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
/** Products below stay whole numbers that doubles hold. */
const LARGEST_SHIFTED = 2 ** 50;

/**
 * Without texts, where the shifted number is clearly on one side of a half: the product is off by less than two units
 * in its last place, and the quotient of two exact numbers is the number nearest to the decimal text. NaN otherwise.
 */
function roundClear(x: number, power: number): number {
  const shifted = x * power;
  const size = Math.abs(shifted);
  if (!(size < LARGEST_SHIFTED)) return Number.NaN;
  const below = Math.floor(shifted);
  const fraction = shifted - below;
  if (Math.abs(fraction - 0.5) <= size * 1e-15 + 1e-15) return Number.NaN;
  return (fraction > 0.5 ? below + 1 : below) / power + 0;
}

function shift(x: number, places: number): number {
  const [digits, exponent] = String(x).split('e');
  return Number(`${digits}e${exponent === undefined ? places : Number(exponent) + places}`);
}

/** Square root; negative numbers are out of range. */
export function sqrt(x: number): number {
  return x < 0 ? raise('number.out-of-range') : Math.sqrt(x);
}

/** x to the power y; a result that is no finite number is out of range. */
export function power(x: number, y: number): number {
  const result = x ** y;
  return Number.isFinite(result) ? result : raise('number.out-of-range');
}

const DECIMAL = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([Ee][-+]?[0-9]+)?$/;
const PREFIXED = /^(0[xX][0-9A-Fa-f]+|0[oO][0-7]+|0[bB][01]+)$/;

/** The number a text stands for, by JSONata's rule for `$number`. */
export function toNumber(text: string): number {
  if (!DECIMAL.test(text) && !PREFIXED.test(text)) return raise('number.unreadable');
  const x = Number(text);
  return Number.isFinite(x) ? x : raise('number.unreadable');
}

/** Text of a number with up to 15 significant digits. */
export function numberText(x: number): string {
  return Number.isInteger(x) && Math.abs(x) < 1e15 ? `${x}` : String(Number(x.toPrecision(15)));
}
