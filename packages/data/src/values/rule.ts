// A reading rule: how every cell of one column is read. One rule per column, chosen once, named so that people see it.
import type { ValueType } from '@tierflow/definition';
import { type DayOrder, parseMoment } from './moment.ts';
import { type DecimalMark, parseNumber } from './number.ts';

/** Words that stand for yes and no in one column. */
export const booleanPairs = [
  ['true', 'false'],
  ['是', '否'],
  ['yes', 'no'],
  ['y', 'n'],
  ['真', '假'],
] as const;

/**
 * - string `text` as written; `identifier` trimmed, and numbers that a spreadsheet wrote as `17850.0` back to `17850`
 * - number `point`/`comma` decimal mark; `percent`: all cells carry a percent sign or none
 * - date `excel`: serial days since 1899-12-30
 * - datetime `local` in the workspace's zone, `instant` with a zone in every time, `any` for both; bare days are local
 */
export type Rule =
  | { readonly type: 'string'; readonly form: 'text' | 'identifier' }
  | { readonly type: 'boolean'; readonly pair: number | 'any' }
  | { readonly type: 'number'; readonly mark: DecimalMark; readonly percent: boolean | 'any'; readonly strict: boolean }
  | { readonly type: 'date'; readonly order: DayOrder | 'excel'; readonly strict: boolean }
  | { readonly type: 'datetime'; readonly order: DayOrder; readonly zone: 'local' | 'instant' | 'any'; readonly strict: boolean };

/** How the caller wants a column read. `onError`: what an unreadable cell does to its row. */
export interface ColumnMapping {
  readonly type?: ValueType;
  /** The name the column gets. */
  readonly name?: string;
  /** number: `point`, `comma`; date: `ymd`, `dmy`, `mdy`, `excel`; datetime: `ymd`, `dmy`, `mdy`. */
  readonly format?: string;
  /** `reject` the row (default), or leave the cell `missing` and report it. */
  readonly onError?: 'reject' | 'missing';
}

/** The visible name of a rule. */
export function ruleName(rule: Rule): string {
  if (rule.type === 'string') return rule.form;
  if (rule.type === 'boolean') return rule.pair === 'any' ? 'words' : (booleanPairs[rule.pair] ?? []).join('/');
  if (rule.type === 'number') return `decimal-${rule.mark}${rule.percent === true ? '-percent' : ''}`;
  if (rule.type === 'date') return rule.order;
  return `${rule.order}-${rule.zone}`;
}

const formats: { readonly [type in ValueType]: readonly string[] } = {
  string: ['text', 'identifier'],
  boolean: [],
  number: ['point', 'comma'],
  date: ['ymd', 'dmy', 'mdy', 'excel'],
  datetime: ['ymd', 'dmy', 'mdy'],
};

/** The rule of an explicit type, undefined where the format is not one of that type. */
export function explicitRule(type: ValueType, format: string | undefined): Rule | undefined {
  if (format !== undefined && !formats[type].includes(format)) return undefined;
  if (type === 'string') return { type, form: format === 'identifier' ? 'identifier' : 'text' };
  if (type === 'boolean') return { type, pair: 'any' };
  if (type === 'number') return { type, mark: format === 'comma' ? 'comma' : 'point', percent: 'any', strict: false };
  if (type === 'date') return { type, order: (format ?? 'ymd') as DayOrder | 'excel', strict: false };
  return { type, order: (format ?? 'ymd') as DayOrder, zone: 'any', strict: false };
}

export function readBoolean(text: string, pair: number | 'any'): boolean | undefined {
  const word = text.trim().toLowerCase();
  const pairs = pair === 'any' ? booleanPairs : [booleanPairs[pair] ?? booleanPairs[0]];
  for (const [yes, no] of pairs) {
    if (word === yes) return true;
    if (word === no) return false;
  }
  if (pair === 'any' && (word === '1' || word === '0')) return word === '1';
  return undefined;
}

/** `strict` is the inferred rule: what looks like an identifier is none of it. */
export function readNumber(text: string, rule: Rule & { type: 'number' }): number | undefined {
  const reading = parseNumber(text, rule.mark);
  if (reading === undefined || (rule.strict && reading.identifier)) return undefined;
  if (rule.percent !== 'any' && reading.percent !== rule.percent) return undefined;
  return reading.value;
}

/** What reading times needs of the workspace's zone. */
export interface Clockwork {
  /** Wall clock (as if UTC) → instant. */
  readonly instant: (wall: number) => number;
  /** Instant → civil day. */
  readonly civilDay: (ms: number) => number;
}

const EXCEL_EPOCH = -25_569;
const DAY_MS = 86_400_000;

/** Day number of a cell under a date rule. An explicit rule also takes the day of a written moment. */
export function readDate(text: string, rule: Rule & { type: 'date' }, clock: Clockwork): number | undefined {
  if (rule.order === 'excel')
    return /^\d{1,7}(\.\d+)?$/.test(text) && Number(text) >= 61 ? EXCEL_EPOCH + Math.floor(Number(text)) : undefined;
  const moment = parseMoment(text, rule.order);
  if (moment === undefined || (rule.strict && (moment.time !== undefined || moment.shortYear))) return undefined;
  if (moment.offset === undefined || moment.time === undefined) return moment.day;
  return clock.civilDay(moment.day * DAY_MS + moment.time - moment.offset * 60_000);
}

/** Instant (ms) of a cell under a datetime rule; a bare day is its first moment in the zone. */
export function readDatetime(text: string, rule: Rule & { type: 'datetime' }, clock: Clockwork): number | undefined {
  const moment = parseMoment(text, rule.order);
  if (moment === undefined || (rule.strict && moment.shortYear)) return undefined;
  const wall = moment.day * DAY_MS + (moment.time ?? 0);
  if (moment.offset !== undefined) return rule.zone === 'local' ? undefined : wall - moment.offset * 60_000;
  return rule.zone === 'instant' && moment.time !== undefined ? undefined : clock.instant(wall);
}
