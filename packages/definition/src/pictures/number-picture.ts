// Pictures of numbers (XPath functions 3.1, format-number): `#,##0.00`, `0%`, `0.0e0`, and one for negative numbers behind `;`.
import { regularDistance } from './integer-picture.ts';
import { type PictureFault, pictureLimits } from './picture-fault.ts';

export interface NumberPart {
  readonly prefix: string;
  readonly suffix: string;
  /** 100 with a per cent, 1000 with a per mille sign. */
  readonly scale: 1 | 100 | 1000;
  readonly integer: { readonly least: number; readonly written: number; readonly every?: number; readonly separators: readonly number[] };
  readonly fraction: { readonly least: number; readonly most: number; readonly separators: readonly number[] };
  /** Digits of the exponent; 0 without one. */
  readonly exponent: number;
  readonly point: boolean;
}

export interface NumberPicture {
  readonly positive: NumberPart;
  readonly negative: NumberPart;
}

interface Pieces {
  readonly whole: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly active: string;
  readonly mantissa: string;
  readonly exponent: string | undefined;
  readonly integer: string;
  readonly fraction: string;
}

const isDigit = (char: string): boolean => char >= '0' && char <= '9';
const isPlace = (char: string): boolean => isDigit(char) || char === '#';
const count = (text: string, test: (char: string) => boolean): number => Array.from(text).filter(test).length;

/** What a picture says, or what is wrong with it. */
export function numberPicture(text: string): NumberPicture | { readonly fault: PictureFault } {
  if (text.length > pictureLimits.length) return { fault: 'long' };
  const [first = '', second, ...more] = text.split(';');
  if (more.length > 0) return { fault: 'parts' };
  const pieces = [first, ...(second === undefined ? [] : [second])].map(piecesOf);
  for (const one of pieces) {
    const fault = faultOf(one);
    if (fault !== undefined) return { fault };
  }
  const [positive, negative] = pieces.map(partOf);
  if (positive === undefined) return { fault: 'digits' };
  return { positive, negative: negative ?? { ...positive, prefix: `-${positive.prefix}` } };
}

function piecesOf(whole: string): Pieces {
  const edge = /[\d.,#]/;
  const start = whole.search(edge);
  const end = whole.length - [...whole].reverse().join('').search(edge);
  const [prefix, suffix] = start === -1 ? ['', ''] : [whole.slice(0, start), whole.slice(end)];
  const active = whole.slice(prefix.length, whole.length - suffix.length);
  const at = active.indexOf('e');
  const mantissa = at === -1 ? active : active.slice(0, at);
  const point = mantissa.indexOf('.');
  return {
    whole,
    prefix,
    suffix,
    active,
    mantissa,
    exponent: at !== -1 ? active.slice(at + 1) : suffix.startsWith('e') ? '' : undefined,
    integer: point === -1 ? mantissa : mantissa.slice(0, point),
    fraction: point === -1 ? '' : mantissa.slice(point + 1),
  };
}

function faultOf({ whole, active, mantissa, exponent, integer, fraction }: Pieces): PictureFault | undefined {
  const scaled = /[%‰]/.test(whole);
  if (exponent !== undefined && (!/^\d+$/.test(exponent) || scaled)) return 'exponent';
  if (/\d.*#/.test(integer) || /#.*\d/.test(fraction)) return 'order';
  if (/,,|,\.|\.,/.test(whole) || (!whole.includes('.') && integer.endsWith(','))) return 'grouping';
  if (/[^\d.,#e]/.test(active)) return 'inside';
  if (!Array.from(mantissa).some(isPlace)) return 'digits';
  if (count(whole, (char) => char === '.') > 1 || count(whole, (char) => char === '%' || char === '‰') > 1) return 'twice';
  return count(whole, isPlace) > pictureLimits.digits ? 'long' : undefined;
}

function partOf({ whole, prefix, suffix, exponent, integer, fraction }: Pieces): NumberPart {
  const written = count(integer, isDigit);
  let least = written;
  let leastFraction = count(fraction, isDigit);
  let most = count(fraction, isPlace);
  if (least === 0 && most === 0) {
    if (exponent === undefined) least = 1;
    else leastFraction = most = 1;
  }
  if (exponent !== undefined && least === 0 && integer.includes('#')) least = 1;
  if (least === 0 && leastFraction === 0) leastFraction = 1;
  const separators = separatorsOf(integer, (at) => count(integer.slice(at), isPlace));
  const every = regularDistance(separators);
  return {
    prefix,
    suffix,
    scale: whole.includes('%') ? 100 : whole.includes('‰') ? 1000 : 1,
    integer: { least, written, separators, ...(every === undefined ? {} : { every }) },
    fraction: { least: leastFraction, most, separators: separatorsOf(fraction, (at) => count(fraction.slice(0, at), isPlace)) },
    exponent: exponent?.length ?? 0,
    point: whole.includes('.'),
  };
}

/** Where the grouping separators stand. */
function separatorsOf(text: string, position: (at: number) => number): readonly number[] {
  return Array.from(text).flatMap((char, at) => (char === ',' ? [position(at)] : []));
}
