// The function table's meaning, one entry a name. Closures call these; generated code may inline the simple ones
// and calls these otherwise. Lazy functions get their arguments unevaluated, the others values.
import { type FunctionName, formatDay, formatInstant, stableHash, type ValueType } from '@tierflow/definition';
import type { Value } from '../value.ts';
import * as date from './date.ts';
import { bgnbd } from './lifetime/bgnbd.ts';
import { gammaGammaMean } from './lifetime/gamma-gamma.ts';
import { probability, purchases } from './lifetime/history.ts';
import { paretoNbd } from './lifetime/pareto-nbd.ts';
import { nearest, nearestMargin } from './nearest.ts';
import { finite, numberText, power, round, sqrt, toNumber } from './number.ts';
import * as pattern from './pattern.ts';
import * as picture from './picture.ts';
import { formatBase } from './pictures/format-number.ts';
import * as change from './replace.ts';
import * as score from './score.ts';
import * as text from './text.ts';

export type Numbers = ArrayLike<number>;
export type Argument = Value | Numbers | readonly string[] | ReadonlySet<Value> | ReadonlyMap<Value, Value>;

/** What a call may need beyond its arguments. */
export interface Surroundings {
  /** Types of the arguments, where known. */
  readonly types: readonly (ValueType | undefined)[];
  readonly civilDay: (ms: number) => number;
}

// biome-ignore lint/suspicious/noExplicitAny: each entry states its own argument types; the table's signatures guarantee them.
type Eager = (...args: any[]) => Value;
/** An argument that is evaluated on demand, for a frame and the line at hand. */
type Part<F, L> = (frame: F, line: L) => Value;
type Lazy = <F, L>(args: readonly Part<F, L>[], frame: F, line: L) => Value;

/** Evaluates its arguments itself, in order and only as needed. */
export const lazyFunctions: { readonly [name in LazyName]: Lazy } = {
  if: (args, frame, line) => (args[0]?.(frame, line) === true ? args[1]?.(frame, line) : args[2]?.(frame, line)),
  case: (args, frame, line) => {
    let at = 0;
    for (; at + 1 < args.length; at += 2) if (args[at]?.(frame, line) === true) return args[at + 1]?.(frame, line);
    return args[at]?.(frame, line);
  },
  coalesce: (args, frame, line) => {
    for (const arg of args) {
      const value = arg(frame, line);
      if (value !== undefined) return value;
    }
    return undefined;
  },
  and: (args, frame, line) => {
    for (const arg of args) if (arg(frame, line) !== true) return false;
    return true;
  },
  or: (args, frame, line) => {
    for (const arg of args) if (arg(frame, line) === true) return true;
    return false;
  },
  and3: (args, frame, line) => kleene(args, frame, line, false),
  or3: (args, frame, line) => kleene(args, frame, line, true),
};

/** Stops at the winning value; otherwise unknown if any part was. */
function kleene<F, L>(args: readonly Part<F, L>[], frame: F, line: L, winner: boolean): Value {
  let unknown = false;
  for (const arg of args) {
    const value = arg(frame, line);
    if (value === winner) return winner;
    if (value === undefined) unknown = true;
  }
  return unknown ? undefined : !winner;
}

export type LazyName = 'if' | 'case' | 'coalesce' | 'and' | 'or' | 'and3' | 'or3';

const order = (a: Value, b: Value): number =>
  typeof a === 'string' && typeof b === 'string' ? text.compareText(a, b) : Number(a) - Number(b);

/** Called only with present arguments where the table says `propagate`, `unknown` or `false`; with all arguments where it says `own`. */
export const eagerFunctions: { readonly [name in Exclude<FunctionName, LazyName>]: (around: Surroundings) => Eager } = {
  add: () => (a: number, b: number) => finite(a + b),
  sub: () => (a: number, b: number) => finite(a - b),
  mul: () => (a: number, b: number) => finite(a * b),
  div: () => (a: number, b: number) => finite(a / b),
  mod: () => (a: number, b: number) => finite(a % b),
  neg: () => (a: number) => -a,
  abs: () => (a: number) => Math.abs(a),
  floor: () => (a: number) => Math.floor(a),
  ceil: () => (a: number) => Math.ceil(a),
  round: () => round,
  sqrt: () => sqrt,
  power: () => power,
  least:
    () =>
    (...args: Value[]) =>
      extreme(args, -1),
  greatest:
    () =>
    (...args: Value[]) =>
      extreme(args, 1),
  lt: () => (a: Value, b: Value) => order(a, b) < 0,
  le: () => (a: Value, b: Value) => order(a, b) <= 0,
  gt: () => (a: Value, b: Value) => order(a, b) > 0,
  ge: () => (a: Value, b: Value) => order(a, b) >= 0,
  eq: () => (a: Value, b: Value) => a === b,
  ne: () => (a: Value, b: Value) => a !== b,
  in: () => (a: Value, list: ReadonlySet<Value>) => list.has(a),
  eq3: () => (a: Value, b: Value) => a === b,
  ne3: () => (a: Value, b: Value) => a !== b,
  in3: () => (a: Value, list: ReadonlySet<Value>) => list.has(a),
  not: () => (a: boolean) => !a,
  not3: () => (a: boolean) => !a,
  isTrue: () => (a: Value) => a === true,
  isMissing: () => (a: Value) => a === undefined,
  exists: () => (a: Value) => a !== undefined,
  isBlank: () => (a: Value) => a === undefined || a === '',
  truthy: ({ types }) => {
    const isDate = types[0] === 'date' || types[0] === 'datetime';
    return (a: Value) => (isDate ? a !== undefined : a !== undefined && a !== '' && a !== 0 && a !== false);
  },
  concat:
    () =>
    (...args: Value[]) =>
      args.map((arg) => arg ?? '').join(''),
  length: () => text.length,
  substring: () => text.substring,
  substringBefore: () => text.substringBefore,
  substringAfter: () => text.substringAfter,
  uppercase: () => text.uppercase,
  lowercase: () => text.lowercase,
  trim: () => text.trim,
  contains: () => (a: string, b: string) => a.includes(b),
  startsWith: () => (a: string, b: string) => a.startsWith(b),
  endsWith: () => (a: string, b: string) => a.endsWith(b),
  pad: () => change.pad,
  replace: () => change.replace,
  splitPart: () => change.splitPart,
  splitCount: () => change.splitCount,
  lookup: () => (a: string | undefined, table: ReadonlyMap<Value, string>) => table.get(a),
  matches: pattern.matches,
  matchPart: pattern.matchPart,
  replaceMatches: pattern.replaceMatches,
  toString: ({ types }) => {
    if (types[0] === 'date') return formatDay;
    if (types[0] === 'datetime') return formatInstant;
    return (a: Value) => (typeof a === 'number' ? numberText(a) : String(a));
  },
  toNumber: () => toNumber,
  formatNumber: picture.formatNumber,
  formatBase: () => formatBase,
  formatInteger: picture.formatInteger,
  parseInteger: picture.parseInteger,
  fromMillis: picture.fromMillis,
  toMillis: picture.toMillis,
  dateOf: ({ types, civilDay }) => (types[0] === 'date' ? (a: number) => a : civilDay),
  daysBetween: () => (a: number, b: number) => b - a,
  addDays: () => date.addDays,
  yearOf: () => date.yearOf,
  monthOf: () => date.monthOf,
  dayOf: () => date.dayOf,
  weekdayOf: () => date.weekdayOf,
  startOf: () => date.startOf,
  age: () => date.age,
  toDate: () => date.toDate,
  bin: () => score.bin,
  binLeft: () => score.binLeft,
  step: () => score.step,
  minmax: () => score.minmax,
  zscore: () => score.zscore,
  percentileOf: () => score.percentileOf,
  nearest: () => nearest,
  nearestMargin: () => nearestMargin,
  textAt: () => (texts: readonly string[], at: number) => texts[at - 1],
  numberAt: () => (numbers: Numbers, at: number) => numbers[at - 1],
  hashShare: () => stableHash,
  bgnbdAlive: () => probability(bgnbd),
  bgnbdPurchases: () => purchases(bgnbd),
  paretoNbdAlive: () => probability(paretoNbd),
  paretoNbdPurchases: () => purchases(paretoNbd),
  gammaGammaMean: () => gammaGammaMean,
};

function extreme(args: readonly Value[], sign: 1 | -1): Value {
  let best: number | undefined;
  for (const arg of args) if (typeof arg === 'number' && (best === undefined || (arg - best) * sign > 0)) best = arg;
  return best;
}

/** True for functions that evaluate their arguments themselves. */
export function isLazy(name: string): name is LazyName {
  return Object.hasOwn(lazyFunctions, name);
}
