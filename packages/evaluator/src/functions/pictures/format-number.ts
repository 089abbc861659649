// Numbers by a picture such as `#,##0.00`, and in another base.
import type { NumberPart, NumberPicture } from '@tierflow/definition';
import { raise } from '../../row-error.ts';
import { finite, round } from '../number.ts';

/** Above, a number has no digits of its own any more. */
const LARGEST = 1e21;

/** A number as the picture says; more than 21 digits are out of range. */
export function writeNumber(value: number, picture: NumberPicture): string {
  const part = value >= 0 ? picture.positive : picture.negative;
  const scaled = finite(value * part.scale);
  const { mantissa, exponent } = part.exponent === 0 ? { mantissa: scaled, exponent: 0 } : split(scaled, part.integer.written);
  const rounded = Math.abs(round(mantissa, part.fraction.most));
  if (rounded >= LARGEST) return raise('number.out-of-range');
  return part.prefix + digits(rounded, part) + (part.exponent === 0 ? '' : exponentText(exponent, part.exponent)) + part.suffix;
}

/** A mantissa of so many digits before the point, and the power of ten. */
function split(value: number, places: number): { readonly mantissa: number; readonly exponent: number } {
  let mantissa = value;
  let exponent = 0;
  if (value === 0) return { mantissa, exponent };
  for (; Math.abs(mantissa) < 10 ** (places - 1); exponent -= 1) mantissa *= 10;
  for (; Math.abs(mantissa) > 10 ** places; exponent += 1) mantissa /= 10;
  return { mantissa, exponent };
}

function exponentText(exponent: number, least: number): string {
  return `e${exponent < 0 ? '-' : ''}${String(Math.abs(exponent)).padStart(least, '0')}`;
}

function digits(rounded: number, { integer, fraction, point }: NumberPart): string {
  const [whole = '', rest = ''] = rounded.toFixed(fraction.most).split('.');
  const left = grouped(whole.replace(/^0+/, '').padStart(integer.least, '0'), integer);
  const right = rest.replace(/0+$/, '').padEnd(fraction.least, '0');
  if (!point || right === '') return left;
  return `${left}.${cut(right, fraction.separators)}`;
}

function grouped(text: string, { every, separators }: NumberPart['integer']): string {
  const positions =
    every === undefined
      ? separators
      : Array.from({ length: Math.max(0, Math.floor((text.length - 1) / every)) }, (_, at) => (at + 1) * every);
  return cut(
    text,
    positions.map((position) => text.length - position).sort((a, b) => a - b),
  );
}

/** A comma at each position inside the text. */
function cut(text: string, positions: readonly number[]): string {
  const inside = positions.filter((position) => position > 0 && position < text.length);
  return [0, ...inside].map((from, at) => text.slice(from, inside[at])).join(',');
}

/** In a base from 2 to 36; number and base are rounded. */
export function formatBase(value: number, base = 10): string {
  const whole = round(base);
  return whole >= 2 && whole <= 36 ? round(value).toString(whole) : raise('number.out-of-range');
}
