// Fills one column cell by cell under one reading rule. A cell that breaks the rule is answered with false and not stored.
import { plainNumber } from '../values/number.ts';
import { type Rule, readBoolean, readNumber } from '../values/rule.ts';
import { type BuilderContext, type ColumnBuilder, grown, isBlank, textOf } from './cell.ts';
import { Dictionary } from './dictionary.ts';
import { DateBuilder, DatetimeBuilder } from './time-builder.ts';

export class NumberBuilder implements ColumnBuilder {
  values = new Float64Array(0);
  readonly rule: Rule & { type: 'number' };
  readonly #context: BuilderContext;
  readonly #plain: boolean;

  constructor(rule: Rule & { type: 'number' }, context: BuilderContext) {
    this.rule = rule;
    this.#context = context;
    this.#plain = rule.mark === 'point' && rule.percent !== true;
  }

  put(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    let from = start;
    let to = end;
    while (from < to && isBlank(bytes[from] as number)) from++;
    while (from < to && isBlank(bytes[to - 1] as number)) to--;
    const plain = this.#plain ? plainNumber(bytes, from, to) : Number.NaN;
    if (plain === plain) {
      this.values[row] = plain;
      return true;
    }
    const text = textOf(bytes, from, to);
    const value = text === '' ? Number.NaN : readNumber(text, this.rule);
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

export class BooleanBuilder implements ColumnBuilder {
  values = new Uint8Array(0);
  readonly rule: Rule & { type: 'boolean' };
  readonly #context: BuilderContext;

  constructor(rule: Rule & { type: 'boolean' }, context: BuilderContext) {
    this.rule = rule;
    this.#context = context;
  }

  put(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    const text = textOf(bytes, start, end);
    const value = readBoolean(text, this.rule.pair);
    if (value === undefined && text !== '') return false;
    this.values[row] = value === undefined ? 2 : value ? 1 : 0;
    return true;
  }

  missing(row: number): void {
    this.values[row] = 2;
  }

  grow(capacity: number): void {
    this.values = grown(this.values, capacity, this.#context.budget);
  }
}

export class StringBuilder implements ColumnBuilder {
  codes = new Uint32Array(0);
  readonly dictionary: Dictionary;
  readonly rule: Rule & { type: 'string' };
  readonly #context: BuilderContext;
  readonly #trims: boolean;

  constructor(rule: Rule & { type: 'string' }, context: BuilderContext) {
    this.rule = rule;
    this.#context = context;
    this.#trims = rule.form === 'identifier';
    this.dictionary = new Dictionary(context.seed, context.budget);
  }

  put(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#trims && (isOuterSpace(bytes[start] as number) || isOuterSpace(bytes[end - 1] as number))) {
      const text = Buffer.from(textOf(bytes, start, end), 'utf8');
      this.codes[row] = text.length === 0 ? 0 : this.dictionary.code(text, 0, text.length);
    } else this.codes[row] = this.dictionary.code(bytes, start, end);
    return true;
  }

  missing(row: number): void {
    this.codes[row] = 0;
  }

  grow(capacity: number): void {
    this.codes = grown(this.codes, capacity, this.#context.budget);
  }
}

/** Blanks, or the last byte of a multi-byte character, which may be a wide blank: `trim` decides. */
const isOuterSpace = (byte: number): boolean => byte <= 32 || byte >= 0x80;

export type AnyBuilder = NumberBuilder | BooleanBuilder | StringBuilder | DateBuilder | DatetimeBuilder;

export function builderFor(rule: Rule, context: BuilderContext): AnyBuilder {
  if (rule.type === 'number') return new NumberBuilder(rule, context);
  if (rule.type === 'boolean') return new BooleanBuilder(rule, context);
  if (rule.type === 'date') return new DateBuilder(rule, context);
  if (rule.type === 'datetime') return new DatetimeBuilder(rule, context);
  return new StringBuilder(rule, context);
}
