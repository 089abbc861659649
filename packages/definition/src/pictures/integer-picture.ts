// Pictures of whole numbers (XPath functions 3.1, format-integer): digits, letters, Roman numerals, English words.
import { type PictureFault, pictureLimits } from './picture-fault.ts';

export interface GroupingSign {
  /** Digits to its right. */
  readonly position: number;
  readonly sign: string;
}

export interface DigitsPicture {
  readonly style: 'digits';
  readonly ordinal: boolean;
  /** Code point of the digit zero. */
  readonly zero: number;
  readonly mandatory: number;
  readonly optional: number;
  /** One sign at every so many digits, however long the number is. */
  readonly every?: GroupingSign;
  /** Signs at fixed positions, from left to right. */
  readonly signs: readonly GroupingSign[];
}

export type IntegerPicture =
  | DigitsPicture
  | { readonly style: 'letters' | 'roman'; readonly ordinal: boolean; readonly upper: boolean }
  | { readonly style: 'words'; readonly ordinal: boolean; readonly case: 'upper' | 'lower' | 'title' };

/** Code points of zero of the decimal digits of Unicode's basic plane. */
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090,
  0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
  0xff10,
];

/** What a picture such as `#,##0`, `I`, `w` or `1;o` says. */
export function integerPicture(text: string): IntegerPicture | { readonly fault: PictureFault } {
  if (text.length > pictureLimits.length) return { fault: 'long' };
  const semicolon = text.lastIndexOf(';');
  const primary = semicolon === -1 ? text : text.slice(0, semicolon);
  const ordinal = semicolon !== -1 && text[semicolon + 1] === 'o';
  switch (primary) {
    case 'A':
    case 'a':
      return { style: 'letters', upper: primary === 'A', ordinal };
    case 'I':
    case 'i':
      return { style: 'roman', upper: primary === 'I', ordinal };
    case 'W':
      return { style: 'words', case: 'upper', ordinal };
    case 'w':
      return { style: 'words', case: 'lower', ordinal };
    case 'Ww':
      return { style: 'words', case: 'title', ordinal };
    default:
      return digitsPicture(primary, ordinal);
  }
}

function digitsPicture(primary: string, ordinal: boolean): DigitsPicture | { readonly fault: PictureFault } {
  const zeros = new Set<number>();
  const signs: GroupingSign[] = [];
  let mandatory = 0;
  let optional = 0;
  for (const sign of Array.from(primary).reverse()) {
    const code = sign.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code <= start + 9);
    if (zero !== undefined) {
      zeros.add(zero);
      mandatory += 1;
    } else if (sign === '#') optional += 1;
    else signs.unshift({ position: mandatory + optional, sign });
  }
  const [zero] = zeros;
  if (zero === undefined) return { fault: 'sequence' };
  if (zeros.size > 1) return { fault: 'mixed-digits' };
  if (mandatory > pictureLimits.digits) return { fault: 'long' };
  const every = regularSign(signs);
  return { style: 'digits', ordinal, zero, mandatory, optional, ...(every === undefined ? { signs } : { every, signs: [] }) };
}

/** The sign and distance, if all signs are the same and equally far apart. */
function regularSign(signs: readonly GroupingSign[]): GroupingSign | undefined {
  const [first] = signs;
  if (first === undefined || signs.some(({ sign }) => sign !== first.sign)) return undefined;
  const position = regularDistance(signs.map((sign) => sign.position));
  return position === undefined ? undefined : { position, sign: first.sign };
}

/** The distance of positions that are its multiples 1, 2, 3 …; undefined for others. */
export function regularDistance(positions: readonly number[]): number | undefined {
  if (positions.length === 0) return undefined;
  const distance = positions.reduce(greatestDivisor);
  return distance > 0 && positions.every((_, at) => positions.includes((at + 1) * distance)) ? distance : undefined;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
