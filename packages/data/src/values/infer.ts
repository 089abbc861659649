// Chooses the reading rule of a column from its values: a typed rule only where every value obeys it, text otherwise.
import { type DayOrder, parseMoment } from './moment.ts';
import { looksLikeDay, looksLikeIdentifier } from './names.ts';
import { type DecimalMark, parseNumber } from './number.ts';
import { booleanPairs, type Rule, readBoolean } from './rule.ts';

/** `undecided`: all values seen so far also obey another rule, or none was seen; look again when all are known. */
export type Guess =
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'text' }
  | { readonly kind: 'undecided'; readonly why: 'empty' | 'dayOrder' | 'fewDays' };

const ORDERS: readonly DayOrder[] = ['ymd', 'dmy', 'mdy'];
/** Eight digits that are days are dates only when the name says so or at least this many differ. */
const MANY_DAYS = 8;

const rule = (value: Rule): Guess => ({ kind: 'rule', rule: value });

function guessBoolean(values: readonly string[]): Guess | undefined {
  if (values.length > 6) return undefined;
  const pair = booleanPairs.findIndex((_, index) => values.every((value) => readBoolean(value, index) !== undefined));
  if (pair < 0) return undefined;
  const both = new Set(values.map((value) => readBoolean(value, pair))).size === 2;
  const latin = pair === 2 || pair === 3;
  return both || !latin ? rule({ type: 'boolean', pair }) : undefined;
}

function guessNumber(values: readonly string[], preferred: DecimalMark): Guess | undefined {
  for (const mark of preferred === 'comma' ? (['comma', 'point'] as const) : (['point', 'comma'] as const)) {
    let percents = 0;
    let all = true;
    for (const value of values) {
      const reading = parseNumber(value, mark);
      if (reading === undefined || reading.identifier) {
        all = false;
        break;
      }
      if (reading.percent) percents++;
    }
    if (all && (percents === 0 || percents === values.length)) return rule({ type: 'number', mark, percent: percents > 0, strict: true });
  }
  return undefined;
}

interface MomentFacts {
  readonly times: number;
  readonly offsets: number;
}

function momentFacts(values: readonly string[], order: DayOrder): MomentFacts | undefined {
  let times = 0;
  let offsets = 0;
  for (const value of values) {
    const moment = parseMoment(value.trim(), order);
    if (moment === undefined || moment.shortYear) return undefined;
    if (moment.time !== undefined) times++;
    if (moment.offset !== undefined) offsets++;
  }
  return { times, offsets };
}

function guessMoment(values: readonly string[], name: string): Guess | undefined {
  const fits = ORDERS.flatMap((order) => {
    const facts = momentFacts(values, order);
    return facts === undefined ? [] : [{ order, ...facts }];
  });
  const first = fits[0];
  if (first === undefined) return undefined;
  if (first.offsets > 0 && first.offsets < first.times) return undefined;
  const dotted = values.every((value) => /^\d{1,2}\./.test(value.trim()));
  if (fits.length > 1 && !dotted) return { kind: 'undecided', why: 'dayOrder' };
  const order = first.order;
  const bare = order === 'ymd' && values.every((value) => /^\d{8}$/.test(value.trim()));
  if (bare) {
    if (values.some((value) => value < '1900' || value >= '2100')) return undefined;
    if (looksLikeIdentifier(name)) return undefined;
    if (!looksLikeDay(name) && values.length < MANY_DAYS) return { kind: 'undecided', why: 'fewDays' };
  }
  if (first.times === 0) return rule({ type: 'date', order, strict: true });
  return rule({ type: 'datetime', order, zone: first.offsets > 0 ? 'instant' : 'local', strict: true });
}

/**
 * The rule for the distinct, non-empty values of a column.
 * @param preferred decimal mark where all numbers can be read either way.
 */
export function inferRule(values: readonly string[], name: string, preferred: DecimalMark): Guess {
  if (values.length === 0) return { kind: 'undecided', why: 'empty' };
  const boolean = guessBoolean(values);
  if (boolean !== undefined) return boolean;
  const moment = guessMoment(values, name);
  if (moment !== undefined && moment.kind === 'rule') return moment;
  if (looksLikeIdentifier(name)) return { kind: 'text' };
  const number = guessNumber(values, preferred);
  if (moment !== undefined && number === undefined) return moment;
  if (moment?.kind === 'undecided' && moment.why === 'fewDays') return moment;
  return number ?? { kind: 'text' };
}

/** What an undecided column is when there are no more values to come. */
export function settle(values: readonly string[], name: string, preferred: DecimalMark): Rule {
  const guess = inferRule(values, name, preferred);
  if (guess.kind === 'rule') return guess.rule;
  if (guess.kind === 'undecided' && guess.why === 'fewDays') {
    const number = guessNumber(values, preferred);
    if (number?.kind === 'rule') return number.rule;
  }
  return { type: 'string', form: 'text' };
}
