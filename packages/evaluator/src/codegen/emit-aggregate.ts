// Aggregates as small functions of generated code: one loop over a customer's lines.
import { type Aggregate, boundOf, type Expr, UNBOUNDED, type ValueType } from '@tierflow/definition';
import { ruleMatcher } from '../functions/rules.ts';
import { compareText } from '../functions/text.ts';
import type { Value } from '../value.ts';
import { type Emitter, typeHere } from './emitter.ts';
import { nonFinite } from './non-finite.ts';

/** How one aggregate walks the lines of a customer. */
export interface LineWalk {
  /** Text of a field of the line at hand. */
  readonly line: (name: string, type: ValueType) => string;
  /** Text of the civil day of a datetime field of the line at hand, where it is stored. */
  readonly dayOf?: (name: string) => string | undefined;
  /** Text of a number that a line's text field decides alone: read from a table over the field's dictionary, where there is one. */
  readonly decided?: (expr: Expr, answer: (value: Value) => number) => string | undefined;
  /** The loop up to its opening brace and what stands first in it; asked for after all fields. */
  readonly head: () => string;
  /** What stands behind the loop. */
  readonly tail?: () => string;
}

export type WalkLines = (from: string) => LineWalk;

/** Text of `(i) => …` that answers the aggregate in its type's form. */
export function emitAggregate(expr: Aggregate, emitter: Emitter, walk: WalkLines): string {
  const temporaries: string[] = [];
  const temporary = (): string => `u${temporaries.push('') - 1}`;
  const { line, dayOf, decided, head, tail } = walk(expr.from);
  const inside: Emitter = { ...emitter, from: expr.from, lines: { line, dayOf }, temporary };
  const { setUp, each, answer } = expr.fn === 'firstRule' ? firstRuleParts(expr, inside, decided) : parts(expr, inside, expr.fn);
  const skipped =
    expr.value === undefined || expr.at !== undefined || skips(expr, inside) ? '' : `if (${isMissing(expr.value, inside)}) continue;`;
  const value =
    expr.value === undefined || expr.fn === 'firstRule' ? '' : `const v = ${inside.recur.value(expr.value, inside)}; ${skipped}`;
  const where = expr.where === undefined ? '' : `if (!${inside.recur.isTrue(expr.where, inside)}) continue;`;
  const own = temporaries.length === 0 ? '' : `let ${temporaries.map((_, at) => `u${at}`).join(', ')};`;
  return `(i) => { ${own} ${setUp} ${head()} ${where} ${value} ${each} } ${tail?.() ?? ''} return ${answer}; }`;
}

/** Whether what is done with a value passes over a missing one by itself. */
function skips({ fn, value }: Aggregate, inside: Emitter): boolean {
  const type = value === undefined ? 'boolean' : typeHere(value, inside);
  return (fn === 'min' || fn === 'max') && type !== 'boolean' && type !== 'string';
}

function isMissing(value: Expr, inside: Emitter): string {
  const type = typeHere(value, inside);
  if (type === 'boolean') return 'v === 2';
  return type === 'string' ? 'v === undefined' : 'v !== v';
}

interface Parts {
  readonly setUp: string;
  readonly each: string;
  readonly answer: string;
}

/** A customer's items are marked in one matcher that all share. */
function firstRuleParts(expr: Aggregate, inside: Emitter, decided: LineWalk['decided']): Parts {
  const matcher = ruleMatcher(inside.rules(expr));
  const [clear, add, first] = [matcher.clear, matcher.add, matcher.first].map(inside.constant);
  const value = expr.value as Expr;
  const item = decided?.(value, matcher.itemOf) ?? `${inside.constant(matcher.itemOf)}(${inside.recur.text(value, inside)})`;
  return { setUp: `${clear}();`, each: `${add}(${item});`, answer: `${first}()` };
}

function parts(expr: Aggregate, inside: Emitter, fn: Exclude<Aggregate['fn'], 'firstRule'>): Parts {
  switch (fn) {
    case 'count':
      return { setUp: 'let n = 0;', each: 'n++;', answer: 'n' };
    case 'distinct': {
      const set = inside.constant(new Set());
      return { setUp: `${set}.clear();`, each: `${set}.add(v);`, answer: `${set}.size` };
    }
    case 'sum':
    case 'mean':
      return sumParts(expr, inside);
    case 'min':
      return extremeParts(expr, inside, '<');
    case 'max':
      return extremeParts(expr, inside, '>');
    case 'first':
    case 'last':
      if (expr.at !== undefined && expr.at > 0) return placedParts(expr, inside);
      return furthestParts(expr, inside, fn === 'first' ? before(expr) : `${before(expr, true)}=`);
  }
}

/** How a line's `by` compares with those behind it, or before it. */
function before({ descending }: Aggregate, turned = false): '<' | '>' {
  return (descending === true) === turned ? '<' : '>';
}

function sumParts(expr: Aggregate, inside: Emitter): Parts {
  const result = expr.fn === 'sum' ? 's' : 's / n';
  const safe = boundOf(expr, inside.bounds) < UNBOUNDED - 1;
  const checked = safe ? result : `(Number.isFinite(s) ? ${result} : ${inside.constant(nonFinite)}(0, 0))`;
  return { setUp: 'let n = 0, s = 0;', each: 'n++; s += v;', answer: `n === 0 ? NaN : ${checked}` };
}

function extremeParts(expr: Aggregate, inside: Emitter, operator: string): Parts {
  const type = typeHere(expr, inside);
  if (type === 'string') {
    const compare = inside.constant(compareText);
    return { setUp: 'let best;', each: `if (best === undefined || ${compare}(v, best) ${operator} 0) best = v;`, answer: 'best' };
  }
  if (type === 'boolean') return { setUp: 'let best = 2;', each: `if (best === 2 || v ${operator} best) best = v;`, answer: 'best' };
  const start = operator === '<' ? 'Infinity' : '-Infinity';
  // Numbers are finite, and no comparison with NaN holds.
  return { setUp: `let best = ${start};`, each: `if (v ${operator} best) best = v;`, answer: `(best === ${start} ? NaN : best)` };
}

/** By a number, day or instant; the first of equals for `first`, the last of equals for `last`. */
function furthestParts(expr: Aggregate, inside: Emitter, operator: string): Parts {
  const by = expr.by as Expr;
  const type = typeHere(expr, inside);
  const none = type === 'boolean' ? '2' : type === 'string' ? 'undefined' : 'NaN';
  if (typeHere(by, inside) === 'string') {
    const compare = inside.constant(compareText);
    return {
      setUp: `let best = ${none}, at;`,
      each: `const b = ${inside.recur.text(by, inside)}; if (b !== undefined && (at === undefined || ${compare}(b, at) ${operator} 0)) { at = b; best = v; }`,
      answer: 'best',
    };
  }
  return {
    setUp: `let best = ${none}, at = NaN;`,
    each: `const b = ${inside.recur.number(by, inside)}; if (b === b && (at !== at || b ${operator} at)) { at = b; best = v; }`,
    answer: 'best',
  };
}

/** The line that stands so far from the first or the last: all lines are put in order. */
function placedParts(expr: Aggregate, inside: Emitter): Parts {
  const by = expr.by as Expr;
  const text = typeHere(by, inside) === 'string';
  const type = typeHere(expr, inside);
  const none = type === 'boolean' ? '2' : type === 'string' ? 'undefined' : 'NaN';
  const pick = inside.constant(picker(expr));
  return {
    setUp: 'const bys = [], values = [];',
    each: `const b = ${text ? inside.recur.text(by, inside) : inside.recur.number(by, inside)}; if (${text ? 'b !== undefined' : 'b === b'}) { bys.push(b); values.push(v); }`,
    answer: `${pick}(bys, values, ${none})`,
  };
}

type Picker = (bys: readonly (number | string)[], values: readonly unknown[], none: unknown) => unknown;

function picker({ fn, at = 0, descending }: Aggregate): Picker {
  const sign = descending === true ? -1 : 1;
  const compare = (a: number | string | undefined, b: number | string | undefined): number =>
    sign * (typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : Number(a) - Number(b));
  return (bys, values, none) => {
    const line = bys
      .map((_, index) => index)
      .sort((a, b) => compare(bys[a], bys[b]))
      .at(fn === 'first' ? at : -1 - at);
    return line === undefined ? none : values[line];
  };
}
