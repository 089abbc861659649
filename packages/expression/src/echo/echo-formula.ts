// A typed expression as a sentence. Pure: data in, text out; it says what is computed, not how it was written.
import { type Aggregate, type Expr, type Messages, partsOf } from '@tierflow/definition';
import en from './en.json' with { type: 'json' };
import { bindingOf, type Level, level } from './levels.ts';
import { filled, type Parts } from './template.ts';
import zh from './zh-CN.json' with { type: 'json' };

export interface EchoOptions {
  readonly language: 'en' | 'zh-CN';
  /** What people call a field or column; its own name where this answers nothing. */
  readonly label?: (expr: Expr) => string | undefined;
}

/** Words with how tightly they hold together. */
interface Said {
  readonly text: string;
  readonly level: Level;
}

type Call = Extract<Expr, { op: 'call' }>;

interface Speaker {
  readonly words: Messages;
  readonly language: 'en' | 'zh-CN';
  readonly label: (expr: Expr) => string | undefined;
}

/**
 * The sentence of an expression.
 * @example
 * echoFormula({ op: 'call', fn: 'gt', args: [{ op: 'field', name: 'spend' }, { op: 'literal', value: 100 }] }, { language: 'en' });
 * // spend is more than 100
 */
export function echoFormula(expr: Expr, { language, label }: EchoOptions): string {
  return say(expr, { words: language === 'en' ? en : zh, language, label: label ?? (() => undefined) }).text;
}

function say(expr: Expr, speaker: Speaker): Said {
  const { words, label } = speaker;
  switch (expr.op) {
    case 'literal':
      return atom(constant(expr.value, speaker));
    case 'date':
      return atom(expr.value);
    case 'missing':
      return atom(words['nothing'] ?? '');
    case 'list':
      return atom(listed(expr.values, speaker));
    case 'field':
    case 'line':
      return atom(label(expr) ?? expr.name);
    case 'column':
      return atom(label(expr) ?? expr.id);
    case 'parameter':
      return atom(words['parameter'] ?? '');
    case 'asOf':
      return atom(words['asOf'] ?? '');
    case 'aggregate':
      return sayAggregate(expr, speaker);
    case 'call':
      return sayCall(expr, speaker);
  }
}

function atom(text: string): Said {
  return { text, level: level.atom };
}

function constant(value: boolean | number | string, { words, language }: Speaker): string {
  if (typeof value === 'number') return value.toLocaleString(language, { maximumFractionDigits: 15 });
  if (typeof value === 'boolean') return words[String(value)] ?? '';
  return value === '' ? (words['emptyText'] ?? '') : filled(words['text'] ?? '', { value });
}

const shownValues = 5;

function listed(values: readonly (boolean | number | string)[], speaker: Speaker): string {
  const { words } = speaker;
  const shown = values
    .slice(0, shownValues)
    .map((value) => constant(value, speaker))
    .join(words['comma']);
  const rest = values.length - shownValues;
  return rest <= 0 ? shown : filled(words['more'] ?? '', { shown, n: String(rest) });
}

/** The condition on the as-of day stands in every aggregate over lines with a time; saying it each time would hide what differs. */
function sayAggregate(expr: Aggregate, speaker: Speaker): Said {
  const { words } = speaker;
  const value = expr.value === undefined ? '' : bracketed(expr.value, level.phrase, speaker);
  const { at = 0 } = expr;
  const template = words[`aggregate.${expr.fn}${at === 0 ? '' : '.at'}`] ?? '';
  const whole = filled(template, { value, by: orderOf(expr, speaker), from: expr.from, n: String(at + 1) });
  const kept = expr.where === undefined ? undefined : withoutAsOf(expr.where);
  if (kept === undefined) return { text: whole, level: level.phrase };
  return { text: filled(words['where'] ?? '', { value: whole, where: say(kept, speaker).text }), level: level.test };
}

/** What lines are put in order by; nothing for the order in which they stand. */
function orderOf({ by, descending }: Aggregate, speaker: Speaker): string {
  if (by === undefined || by.op === 'literal') return '';
  const template = speaker.words[descending === true ? 'by.descending' : 'by'] ?? '';
  return filled(template, { by: say(by, speaker).text });
}

/** A condition without "up to the as-of day"; undefined where nothing else is asked. */
function withoutAsOf(where: Expr): Expr | undefined {
  if (isUpToAsOf(where)) return undefined;
  if (where.op !== 'call' || where.fn !== 'and') return where;
  const parts = where.args.filter((part) => !isUpToAsOf(part));
  const [only] = parts;
  return parts.length === 1 ? only : { ...where, args: parts };
}

function isUpToAsOf(expr: Expr): boolean {
  if (expr.op !== 'call' || expr.fn !== 'le' || expr.args[1]?.op !== 'asOf') return false;
  const [day] = expr.args;
  return day?.op === 'line' || (day?.op === 'call' && day.fn === 'dateOf' && day.args[0]?.op === 'line');
}

function bracketed(expr: Expr, wanted: Level, speaker: Speaker): string {
  const said = say(expr, speaker);
  return said.level >= wanted ? said.text : `${speaker.words['open']}${said.text}${speaker.words['close']}`;
}

function sayCall(expr: Call, speaker: Speaker): Said {
  const plain = withoutCare(expr);
  if (plain !== undefined) return say(plain, speaker);
  const special = specials.get(expr.fn)?.(expr, speaker);
  if (special !== undefined) return special;
  const { makes } = bindingOf(expr.fn);
  const args = argumentsOf(expr, speaker);
  const { words } = speaker;
  const template = words[`${expr.fn}.${expr.args.length}`] ?? words[variantOf(expr)] ?? words[expr.fn] ?? `${expr.fn}({all})`;
  const parts: Parts = { ...numbered(args), all: args.join(words['comma']) };
  return { text: filled(template, parts), level: makes };
}

function numbered(args: readonly string[]): Parts {
  return Object.fromEntries(args.map((arg, at) => [String(at), arg]));
}

function argumentsOf({ fn, args }: Call, speaker: Speaker): readonly string[] {
  const { wants } = bindingOf(fn);
  return args.map((arg, at) => bracketed(arg, wants[at] ?? wants.at(-1) ?? level.atom, speaker));
}

/** What is only there for missing values: the sentence speaks of the value itself. */
function withoutCare({ fn, args }: Call): Expr | undefined {
  const [first, second] = args;
  if (fn === 'isTrue') return first;
  if (fn === 'if' && args.length === 2 && first?.op === 'call' && first.fn === 'exists' && second !== undefined) {
    const [base] = first.args;
    return base !== undefined && holds(second, JSON.stringify(base)) ? second : undefined;
  }
  return undefined;
}

function holds(expr: Expr, wanted: string): boolean {
  return JSON.stringify(expr) === wanted || partsOf(expr).some((part) => holds(part, wanted));
}

/** Days are before and after, not less and more. */
function variantOf({ fn, args }: Call): string {
  return args.some(isDay) ? `${fn}.day` : fn;
}

const dayFunctions: ReadonlySet<string> = new Set(['dateOf', 'addDays', 'startOf', 'toDate']);

function isDay(expr: Expr): boolean {
  return expr.op === 'date' || expr.op === 'asOf' || (expr.op === 'call' && dayFunctions.has(expr.fn));
}

type Special = (expr: Call, speaker: Speaker) => Said | undefined;

const joined =
  (word: 'andList' | 'orList'): Special =>
  (expr, speaker) => {
    const template = `{before}${speaker.words[word]}{after}`;
    const text = argumentsOf(expr, speaker).reduce((before, after) => filled(template, { before, after }));
    return { text, level: bindingOf(expr.fn).makes };
  };

const not: Special = ({ args: [inner] }, speaker) => {
  const template = inner?.op === 'call' ? speaker.words[`not.${inner.fn.replace(/3$/, '')}`] : undefined;
  if (template === undefined || inner?.op !== 'call') return undefined;
  return { text: filled(template, numbered(argumentsOf(inner, speaker))), level: level.test };
};

/** Functions whose words are more than a template with arguments. */
const specials: ReadonlyMap<string, Special> = new Map(
  Object.entries<Special>({
    and: joined('andList'),
    and3: joined('andList'),
    or: joined('orList'),
    or3: joined('orList'),
    not,
    not3: not,
    case: ({ args }, speaker) => {
      const { words } = speaker;
      const pairs = Array.from({ length: Math.floor(args.length / 2) }, (_, at) => args.slice(2 * at, 2 * at + 2));
      const last = args.length % 2 === 1 ? args.at(-1) : undefined;
      const texts = pairs.map(([test, value]) =>
        filled(words['case.pair'] ?? '', {
          0: test === undefined ? '' : bracketed(test, level.or, speaker),
          1: value === undefined ? '' : bracketed(value, level.phrase, speaker),
        }),
      );
      const otherwise =
        last === undefined ? words['case.nothing'] : filled(words['case.else'] ?? '', { 0: bracketed(last, level.phrase, speaker) });
      return { text: [...texts, otherwise].join(speaker.language === 'en' ? ', ' : '；'), level: level.choice };
    },
    addDays: ({ args: [day, days] }, speaker) => {
      const count = days?.op === 'literal' && typeof days.value === 'number' && days.value < 0 ? -days.value : undefined;
      if (count === undefined || day === undefined) return undefined;
      const parts = { 0: bracketed(day, level.atom, speaker), 1: constant(count, speaker) };
      return { text: filled(speaker.words['addDays.before'] ?? '', parts), level: level.phrase };
    },
    startOf: ({ args: [day, unit] }, speaker) => {
      const word = unit?.op === 'literal' ? speaker.words[`unit.${unit.value}`] : undefined;
      if (word === undefined || day === undefined) return undefined;
      return { text: filled(speaker.words['startOf'] ?? '', { 0: bracketed(day, level.atom, speaker), 1: word }), level: level.phrase };
    },
    concat: (expr, speaker) => {
      const plain = expr.args.map((arg) => (arg.op === 'call' && arg.fn === 'toString' ? (arg.args[0] ?? arg) : arg));
      const all = argumentsOf({ ...expr, args: plain }, speaker).join(' + ');
      return { text: filled(speaker.words['concat'] ?? '', { all }), level: level.phrase };
    },
  }),
);
