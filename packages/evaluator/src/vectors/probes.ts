// What a set of test vectors should touch: both sides of every mask, every position between cut points, and the cut points themselves.
import { type Column, type Definition, type Expr, readParameter, scopeOf, type TypeScope, typeOf, walk } from '@tierflow/definition';
import type { Value } from '../value.ts';

/** A value that is compared with numbers: by its column, and the numbers in ascending order. */
export interface Probe {
  readonly column: string;
  readonly cuts: readonly number[];
}

export interface Probed {
  /** The definition with a column for every compared value that has none. */
  readonly definition: Definition;
  readonly probes: readonly Probe[];
}

const comparing: ReadonlySet<string> = new Set(['bin', 'binLeft', 'step', 'percentileOf', 'lt', 'le', 'gt', 'ge', 'eq', 'eq3']);
/** Of many cut points so many are aimed at, spread evenly. */
const MAX_CUTS = 12;
const MAX_PROBES = 200;

/** Adds columns that show what is compared with cut points. */
export function withProbes(definition: Definition): Probed {
  const scope = scopeOf(definition);
  const columns: Column[] = [];
  const probes: Probe[] = [];
  for (const column of definition.columns) {
    columns.push(column);
    for (const { value, cuts } of comparisonsIn(column.expr, definition, scope)) {
      if (probes.length >= MAX_PROBES) break;
      const plain = value.op === 'column' ? value.id : undefined;
      const id = plain ?? `probe ${probes.length}`;
      probes.push({ column: id, cuts });
      if (plain === undefined)
        columns.push({
          id,
          node: column.node,
          type: 'number',
          expr: value,
          ...(column.where === undefined ? {} : { where: column.where }),
        });
    }
  }
  return { definition: { ...definition, columns }, probes };
}

interface Comparison {
  readonly value: Expr;
  readonly cuts: readonly number[];
}

/** Numbers compared with constants or parameters, outside of aggregates. */
function comparisonsIn(expr: Expr, definition: Definition, scope: TypeScope): readonly Comparison[] {
  const found: Comparison[] = [];
  const visit = (part: Expr): void => {
    if (part.op !== 'call') return;
    part.args.forEach(visit);
    const [value, against] = part.args;
    if (part.fn === 'nearest' && value !== undefined) {
      const clusters = Math.floor(numbersOf(value, definition).length / (part.args.length - 1));
      found.push({ value: part, cuts: spread(Array.from({ length: clusters }, (_, c) => c + 1)) });
    }
    if (!comparing.has(part.fn) || value === undefined || against === undefined || typeOf(value, scope) !== 'number') return;
    const cuts = numbersOf(against, definition);
    if (cuts.length > 0) found.push({ value, cuts: spread(cuts.toSorted((a, b) => a - b)) });
  };
  visit(expr);
  return found;
}

function spread(cuts: readonly number[]): readonly number[] {
  if (cuts.length <= MAX_CUTS) return cuts;
  return Array.from({ length: MAX_CUTS }, (_, at) => cuts[Math.round((at * (cuts.length - 1)) / (MAX_CUTS - 1))] as number);
}

/** The numbers an expression stands for, as far as it is a constant or a parameter. */
export function numbersOf(expr: Expr, definition: Definition): readonly number[] {
  if (expr.op === 'literal') return typeof expr.value === 'number' ? [expr.value] : [];
  if (expr.op === 'list') return expr.values.filter((value) => typeof value === 'number');
  if (expr.op !== 'parameter') return [];
  const content = readParameter(expr, definition.parameters.find((parameter) => parameter.id === expr.id)?.value) ?? [];
  return [content].flat().filter((value) => typeof value === 'number');
}

/** What one customer's values touch, as texts that can be counted. */
export function touchedBy(values: ReadonlyMap<string, Value>, definition: Definition, probes: readonly Probe[]): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const column of definition.columns) {
    if (column.type === 'boolean') touched.add(`${column.id} ${String(values.get(column.id))}`);
  }
  probes.forEach(({ column, cuts }, at) => {
    const value = values.get(column);
    if (typeof value !== 'number') {
      touched.add(`${at} missing`);
      return;
    }
    touched.add(`${at} ${cuts.filter((cut) => cut < value).length}`);
    if (cuts.includes(value)) touched.add(`${at} on ${value}`);
  });
  return touched;
}

/** Constants of a definition, from which synthetic values are made. */
export interface Constants {
  readonly numbers: readonly number[];
  readonly days: readonly string[];
  readonly texts: readonly string[];
  /** Texts that a field is compared with, by `name` or `collection.name`. */
  readonly textsOf: ReadonlyMap<string, readonly string[]>;
}

const MAX_NUMBERS = 400;

export function constantsOf(definition: Definition): Constants {
  const numbers = new Set<number>();
  const days = new Set<string>();
  const texts = new Set<string>();
  const textsOf = new Map<string, Set<string>>();
  const add = (value: unknown): void => {
    if (typeof value === 'number' && numbers.size < MAX_NUMBERS) numbers.add(value);
    else if (typeof value === 'string' && value !== '') texts.add(value);
    else if (Array.isArray(value)) value.forEach(add);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(add);
  };
  for (const { value } of definition.parameters) add(value);
  for (const column of definition.columns) {
    walk(column.expr, (part) => {
      if (part.op === 'literal') add(part.value);
      if (part.op === 'list') add(part.values);
      if (part.op === 'date') days.add(part.value);
      if (part.op === 'call') pairTexts(part.args, '', textsOf);
      if (part.op === 'aggregate') walk(part, (inner) => inner.op === 'call' && pairTexts(inner.args, `${part.from}.`, textsOf));
    });
  }
  return {
    numbers: [...numbers],
    days: [...days],
    texts: [...texts],
    textsOf: new Map([...textsOf].map(([name, own]) => [name, [...own]])),
  };
}

/** Texts that stand beside a field in one call. */
function pairTexts(args: readonly Expr[], prefix: string, textsOf: Map<string, Set<string>>): void {
  for (const arg of args) {
    if (arg.op !== (prefix === '' ? 'field' : 'line')) continue;
    const key = `${prefix}${arg.name}`;
    const own = textsOf.get(key) ?? new Set<string>();
    textsOf.set(key, own);
    for (const other of args) {
      if (other.op === 'literal' && typeof other.value === 'string' && other.value !== '') own.add(other.value);
      if (other.op === 'list') for (const value of other.values) if (typeof value === 'string' && value !== '') own.add(value);
    }
  }
}
