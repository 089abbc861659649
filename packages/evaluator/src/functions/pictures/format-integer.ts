// Whole numbers by a picture, and back.
import type { DigitsPicture, IntegerPicture } from '@tierflow/definition';
import { raise } from '../../row-error.ts';
import { fromLetters, fromRoman, toLetters, toRoman } from './numerals.ts';
import { numberToWords, wordsToNumber } from './words.ts';

/** Above, numerals and digits are no longer written out. */
const LARGEST = { roman: 1e5, letters: 2 ** 53, digits: 1e21, words: 1e60 } as const;

/** A whole number as the picture says. */
export function writeInteger(value: number, picture: IntegerPicture): string {
  const size = Math.abs(value);
  if (size >= LARGEST[picture.style]) return raise('number.out-of-range');
  return (value < 0 ? '-' : '') + written(size, picture);
}

function written(size: number, picture: IntegerPicture): string {
  if (picture.style === 'digits') return digits(size, picture);
  if (picture.style === 'words') {
    const words = numberToWords(size, picture.ordinal);
    return picture.case === 'title' ? words : picture.case === 'upper' ? words.toUpperCase() : words.toLowerCase();
  }
  const text = picture.style === 'roman' ? toRoman(size) : toLetters(size);
  return picture.upper ? text.toUpperCase() : text;
}

function digits(size: number, picture: DigitsPicture): string {
  const plain = String(size).padStart(picture.mandatory, '0');
  const own = picture.zero === 0x30 ? plain : shifted(plain, picture.zero - 0x30);
  return grouped(own, picture) + (picture.ordinal ? suffix(plain) : '');
}

/** Every character a number of code points further: the digits of another script. */
function shifted(text: string, by: number): string {
  return Array.from(text, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + by)).join('');
}

function grouped(text: string, { every, signs }: DigitsPicture): string {
  const count = every === undefined ? 0 : Math.floor((text.length - 1) / every.position);
  const all =
    every === undefined ? signs : Array.from({ length: count }, (_, at) => ({ position: (count - at) * every.position, sign: every.sign }));
  let rest = text.length;
  let result = '';
  for (const { position, sign } of all) {
    if (position >= text.length) continue;
    result += text.slice(text.length - rest, text.length - position) + sign;
    rest = position;
  }
  return result + text.slice(text.length - rest);
}

function suffix(plain: string): string {
  if (plain.length > 1 && plain.at(-2) === '1') return 'th';
  return { '1': 'st', '2': 'nd', '3': 'rd' }[plain.at(-1) ?? ''] ?? 'th';
}

/** The number a text written by the picture stands for; undefined where it is none. */
export function readInteger(text: string, picture: IntegerPicture): number | undefined {
  if (picture.style === 'words') return finite(wordsToNumber(text.toLowerCase()));
  if (picture.style === 'digits') return readDigits(text, picture);
  const lower = picture.upper ? text.toLowerCase() : text;
  if (picture.style === 'roman') return /^[mdclxvi]{0,100}$/.test(lower) ? fromRoman(lower) : undefined;
  return /^[a-z]{1,11}$/.test(lower) ? fromLetters(lower) : undefined;
}

function finite(value: number | undefined): number | undefined {
  return value === undefined || Number.isFinite(value) ? value : undefined;
}

function readDigits(text: string, picture: DigitsPicture): number | undefined {
  let plain = picture.ordinal ? text.replace(/(?:th|st|nd|rd)$/i, '') : text;
  for (const { sign } of picture.every === undefined ? picture.signs : [picture.every]) plain = plain.replaceAll(sign, '');
  if (picture.zero !== 0x30) plain = shifted(plain, 0x30 - picture.zero);
  return /^-?\d{1,300}$/.test(plain) ? Number(plain) : undefined;
}
