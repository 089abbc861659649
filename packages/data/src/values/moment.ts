// Reads the written forms of days and moments. Nothing is rolled over: 30 February is not a day.
import { civilFromDays, daysFromCivil } from '@tierflow/definition';

/** Order of day, month and year in a column that is written with separators. */
export type DayOrder = 'ymd' | 'dmy' | 'mdy';

/** A written moment: the civil day, the time of day if one is written, the offset from UTC if one is written. */
export interface Moment {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Milliseconds since midnight. */
  readonly time?: number;
  /** Minutes east of UTC. */
  readonly offset?: number;
  /** The year was written with two digits. */
  readonly shortYear?: true;
}

const YEAR_FIRST = /^(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|(\d{4})年(\d{1,2})月(\d{1,2})(?:日|(?!\d))|(\d{4})(\d{2})(\d{2})(?!\d))/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const TIME =
  /^(?:[Tt]|\s*)(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?|时(\d{1,2})分(?:(\d{1,2})秒)?)\s*([AaPp][Mm])?\s*([Zz]|[+-]\d{2}:?\d{2})?$/;

/** The day number of a civil date, undefined where there is no such day. */
export function dayOf(year: number, month: number, day: number): number | undefined {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const days = daysFromCivil(year, month, day);
  if (day <= 28) return days;
  const back = civilFromDays(days);
  return back.month === month && back.day === day ? days : undefined;
}

/** POSIX: 69–99 are 1969–1999, 00–68 are 2000–2068. */
const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length === 4) return year;
  return year >= 69 ? 1900 + year : 2000 + year;
};

function timeOf(text: string): { time: number; offset?: number } | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const half = match[7]?.toLowerCase();
  let hour = Number(match[1]);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  const minute = Number(match[2] ?? match[5]);
  const second = Number(match[3] ?? match[6] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const millis = match[4] === undefined ? 0 : Math.floor(Number(`0.${match[4]}`) * 1000 + 1e-6);
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + millis;
  const zone = match[8];
  if (zone === undefined) return { time };
  if (zone === 'Z' || zone === 'z') return { time, offset: 0 };
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 23 || minutes > 59) return undefined;
  return { time, offset: (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) };
}

/**
 * Reads a day with or without a time: `2024-03-05`, `2024/3/5`, `2024年3月5日`, `20240305`, `05.03.2024` (by `order`),
 * then optionally `T` or blanks, `8:05`, `08:05:00.123`, `8时5分`, `AM`/`PM`, `Z` or `+08:00`. Undefined for all else.
 */
export function parseMoment(text: string, order: DayOrder): Moment | undefined {
  let day: number | undefined;
  let rest: string;
  let short = false;
  if (order === 'ymd') {
    const match = YEAR_FIRST.exec(text);
    if (match === null) return undefined;
    day = dayOf(
      Number(match[1] ?? match[5] ?? match[8]),
      Number(match[3] ?? match[6] ?? match[9]),
      Number(match[4] ?? match[7] ?? match[10]),
    );
    rest = text.slice(match[0].length);
  } else {
    const match = YEAR_LAST.exec(text);
    if (match === null) return undefined;
    const [first, second] = [Number(match[1]), Number(match[3])];
    short = match[4]?.length === 2;
    day = dayOf(fullYear(match[4] ?? ''), order === 'dmy' ? second : first, order === 'dmy' ? first : second);
    rest = text.slice(match[0].length);
  }
  if (day === undefined) return undefined;
  const mark = short ? { shortYear: true as const } : {};
  if (rest === '') return { day, ...mark };
  const time = timeOf(rest);
  return time === undefined ? undefined : { day, ...time, ...mark };
}
