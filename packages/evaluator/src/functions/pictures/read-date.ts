// Texts of instants → milliseconds since 1970: ISO 8601, or by a picture. Nothing here reads a clock or the machine's zone.
import { civilFromDays, type DatePart, daysFromCivil, readingOrder } from '@tierflow/definition';
import { RE2JS } from 're2js';
import { raise } from '../../row-error.ts';
import { MONTHS, WEEKDAYS } from './format-date.ts';
import { readInteger } from './format-integer.ts';
import { wordPattern } from './words.ts';

const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?([+-]\d\d:?\d\d|Z)?)?)?)?$/;

/** A year, month, day or instant of ISO 8601; without a zone it is UTC. Days that do not exist are errors of the row. */
export function readIso(text: string): number {
  const match = ISO.exec(text);
  if (match === null) return raise('date.unreadable');
  const [year = 1, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const ms = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
  const [, sign = '+', east = '0', rest = '0'] = /^([+-])(\d\d):?(\d\d)$/.exec(match[8] ?? '') ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(east) * 60 + Number(rest));
  return instant({ Y: year, M: month, D: day, H: hours, m: minutes, s: seconds, f: ms }, offset);
}

type Read = { readonly [component: string]: number | undefined };

/** The instant of its components; years of two digits are of the 20th century, as JavaScript has them. */
function instant(read: Read, offset: number): number {
  const { Y = 1970, M = 1, D = 1, d, H = 0, h, P, m = 0, s = 0, f = 0 } = read;
  const year = Y >= 0 && Y < 100 ? Y + 1900 : Y;
  const days = d === undefined ? daysFromCivil(year, M, D) : daysFromCivil(year, 1, 1) + d - 1;
  const back = civilFromDays(days);
  const isDay = d === undefined ? back.month === M && back.day === D : back.year === year;
  const hours = h === undefined ? H : (h % 12) + (P === 1 ? 12 : 0);
  if (year < 1 || year > 9999 || !isDay || hours > 23 || (h ?? 0) > 12 || m > 59 || s > 59) return raise('date.unreadable');
  return days * 86_400_000 + hours * 3_600_000 + (m - offset) * 60_000 + s * 1000 + f;
}

export interface DateReader {
  readonly read: (text: string) => number | undefined;
}

/** A reader of texts written by the picture; undefined for texts that are not. */
export function dateReader(parts: readonly DatePart[]): DateReader {
  const order = readingOrder(parts);
  if ('fault' in order) return { read: () => raise('text.picture') };
  const pattern = RE2JS.compile(parts.map((part) => `(${patternOf(part)})`).join(''), RE2JS.CASE_INSENSITIVE);
  return {
    read: (text) => {
      const matcher = pattern.matcher(text);
      if (order.length === 0 || text.length > 1000 || !matcher.matches()) return undefined;
      const read: { [component: string]: number } = {};
      let offset = 0;
      for (const [at, part] of parts.entries()) {
        if (part.kind === 'literal') continue;
        const value = readPart(matcher.group(at + 1) ?? '', part) ?? raise('date.unreadable');
        if (part.kind === 'zone') offset = value;
        else read[part.component] = value;
      }
      return instant(Object.fromEntries(order.map((component) => [component, read[component]])) as Read, offset);
    },
  };
}

function patternOf(part: DatePart): string {
  if (part.kind === 'literal') return part.text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (part.kind === 'zone')
    return `${part.component === 'z' ? 'GMT' : ''}[-+][0-9]+${part.picture.every === undefined ? '' : `\\x{${hex(part.picture.every.sign)}}[0-9]+`}`;
  if (part.kind === 'name') return '[a-zA-Z]+';
  if (part.component === 'f') return '[0-9]+';
  const { picture } = part;
  if (picture.style === 'words') return wordPattern;
  if (picture.style === 'letters') return '[a-z]+';
  if (picture.style === 'roman') return '[mdclxvi]+';
  return `[0-9]${part.width === undefined ? '+' : `{${part.width}}`}${picture.ordinal ? '(?:th|st|nd|rd)' : ''}`;
}

function hex(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16);
}

function readPart(text: string, part: Exclude<DatePart, { kind: 'literal' }>): number | undefined {
  if (part.kind === 'zone') return offsetOf(part.component === 'z' ? text.slice(3) : text, part.picture.every?.sign);
  if (part.kind === 'name') return nameValue(text.toLowerCase(), part);
  if (part.component === 'f') return Math.floor(Number(`0.${text.slice(0, 3)}`) * 1000 + 1e-6);
  return readInteger(text, part.picture.style === 'digits' ? { ...part.picture, signs: [] } : { ...part.picture });
}

function offsetOf(text: string, sign: string | undefined): number {
  const digits = text.slice(1);
  const at = sign === undefined ? -1 : digits.indexOf(sign);
  const [hours, minutes] =
    at !== -1 ? [digits.slice(0, at), digits.slice(at + 1)] : digits.length <= 2 ? [digits, '0'] : [digits.slice(0, 2), digits.slice(2)];
  return (text.startsWith('-') ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function nameValue(text: string, { component, longest }: Extract<DatePart, { kind: 'name' }>): number | undefined {
  if (component === 'P') return text === 'am' ? 0 : text === 'pm' ? 1 : undefined;
  const at = (component === 'F' ? WEEKDAYS : MONTHS).findIndex((name) => name.toLowerCase().slice(0, longest) === text);
  return at === -1 ? undefined : at + 1;
}
