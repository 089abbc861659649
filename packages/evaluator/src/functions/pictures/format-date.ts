// Instants by a picture, in UTC or at a fixed distance from it.
import type { DatePart } from '@tierflow/definition';
import { raise } from '../../row-error.ts';
import { componentOf } from './civil-parts.ts';
import { writeInteger } from './format-integer.ts';

export const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Minutes east of UTC of `+0800`; other texts are an error of the row. */
export function zoneMinutes(zone: string): number {
  const match = /^([+-]?)(\d\d)([0-5]\d)$/.exec(zone);
  if (match === null) return raise('date.zone');
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** Years 1 to 9999. */
const FIRST = Date.UTC(1970, 0, 1) - 719_162 * 86_400_000;
const LAST = Date.UTC(9999, 11, 31) + 86_399_999;

/** An instant (milliseconds since 1970) as the picture says, `minutes` east of UTC. */
export function writeInstant(ms: number, parts: readonly DatePart[], minutes: number): string {
  const local = ms + minutes * 60_000;
  if (local < FIRST || local > LAST) return raise('date.out-of-range');
  return parts.map((part) => writePart(local, part, minutes)).join('');
}

function writePart(local: number, part: DatePart, minutes: number): string {
  switch (part.kind) {
    case 'literal':
      return part.text;
    case 'zone':
      return writeZone(part, minutes);
    case 'name':
      return writeName(local, part);
    case 'number': {
      const value = componentOf(local, part.component);
      return writeInteger(part.last === undefined ? value : value % 10 ** part.last, part.picture);
    }
  }
}

function writeName(local: number, part: Extract<DatePart, { kind: 'name' }>): string {
  if (part.component === 'C' || part.component === 'E') return 'ISO';
  if (part.component === 'P') {
    const half = componentOf(local, 'H') >= 12 ? 'pm' : 'am';
    return part.case === 'upper' ? half.toUpperCase() : half;
  }
  const name = (part.component === 'F' ? WEEKDAYS : MONTHS)[componentOf(local, part.component) - 1] ?? '';
  const cased = part.case === 'upper' ? name.toUpperCase() : part.case === 'lower' ? name.toLowerCase() : name;
  return part.longest === undefined ? cased : cased.slice(0, part.longest);
}

function writeZone({ component, picture, letter }: Extract<DatePart, { kind: 'zone' }>, minutes: number): string {
  if (minutes === 0 && letter) return 'Z';
  const sign = minutes < 0 ? '-' : '+';
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const short = picture.every === undefined && picture.mandatory <= 2;
  const written = short
    ? writeInteger(hours, picture) + (rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`)
    : writeInteger(hours * 100 + rest, picture);
  return (component === 'z' ? 'GMT' : '') + sign + written;
}
