// Fills columns of days and moments.
import { daysFromCivil } from '@tierflow/definition';
import { type Rule, readDate, readDatetime } from '../values/rule.ts';
import { ABSENT_DAY } from './absent-day.ts';
import { type BuilderContext, type ColumnBuilder, grown, textOf } from './cell.ts';

/** Two ASCII digits, or NaN. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - 48;
  const ones = (bytes[at + 1] as number) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

const DASH = 45;

function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Day number of ten bytes `2024-03-05`, NaN where a closer look is needed. */
function plainDay(bytes: Uint8Array, at: number): number {
  if (bytes[at + 4] !== DASH || bytes[at + 7] !== DASH) return Number.NaN;
  const year = two(bytes, at) * 100 + two(bytes, at + 2);
  const month = two(bytes, at + 5);
  const day = two(bytes, at + 8);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  if (day > 28 && day > lastDay(year, month)) return Number.NaN;
  return daysFromCivil(year, month, day);
}

export class DateBuilder implements ColumnBuilder {
  values = new Int32Array(0);
  readonly rule: Rule & { type: 'date' };
  readonly #context: BuilderContext;

  constructor(rule: Rule & { type: 'date' }, context: BuilderContext) {
    this.rule = rule;
    this.#context = context;
  }

  put(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start === 10 && this.rule.order === 'ymd') {
      const day = plainDay(bytes, start);
      if (day === day) {
        this.values[row] = day;
        return true;
      }
    }
    const text = textOf(bytes, start, end);
    const day = text === '' ? ABSENT_DAY : readDate(text, this.rule, this.#context.clock);
    if (day === undefined) return false;
    this.values[row] = day;
    return true;
  }

  missing(row: number): void {
    this.values[row] = ABSENT_DAY;
  }

  grow(capacity: number): void {
    this.values = grown(this.values, capacity, this.#context.budget);
  }
}

const COLON = 58;

/** Milliseconds of 19 bytes `2024-03-05 08:26:00` as if in UTC, NaN where a closer look is needed. */
function plainWall(bytes: Uint8Array, at: number): number {
  const mark = bytes[at + 10];
  if ((mark !== 32 && mark !== 84) || bytes[at + 13] !== COLON || bytes[at + 16] !== COLON) return Number.NaN;
  const hour = two(bytes, at + 11);
  const minute = two(bytes, at + 14);
  const second = two(bytes, at + 17);
  if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN;
  return plainDay(bytes, at) * 86_400_000 + ((hour * 60 + minute) * 60 + second) * 1000;
}

export class DatetimeBuilder implements ColumnBuilder {
  values = new Float64Array(0);
  readonly rule: Rule & { type: 'datetime' };
  readonly #context: BuilderContext;
  readonly #plain: boolean;

  constructor(rule: Rule & { type: 'datetime' }, context: BuilderContext) {
    this.rule = rule;
    this.#context = context;
    this.#plain = rule.order === 'ymd' && rule.zone !== 'instant';
  }

  put(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#plain && end - start === 19) {
      const wall = plainWall(bytes, start);
      if (wall === wall) {
        this.values[row] = this.#context.clock.instant(wall);
        return true;
      }
    }
    const text = textOf(bytes, start, end);
    const value = text === '' ? Number.NaN : readDatetime(text, this.rule, this.#context.clock);
    if (value === undefined) return false;
    this.values[row] = value;
    return true;
  }

  missing(row: number): void {
    this.values[row] = Number.NaN;
  }

  grow(capacity: number): void {
    this.values = grown(this.values, capacity, this.#context.budget);
  }
}
