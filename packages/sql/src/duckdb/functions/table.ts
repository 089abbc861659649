// Every function of the definition format in DuckDB: its SQL, or that it is refused.
import type { FunctionName } from '@tierflow/definition';
import { numberAt, textAt } from './at.ts';
import * as compare from './compare.ts';
import * as date from './date.ts';
import { hashShare } from './hash.ts';
import type { Implementation } from './implementation.ts';
import * as logic from './logic.ts';
import { lookup } from './lookup.ts';
import { nearest, nearestMargin } from './nearest.ts';
import * as number from './number.ts';
import { formatNumber } from './number-picture.ts';
import * as pattern from './pattern.ts';
import * as picture from './picture.ts';
import * as score from './score.ts';
import * as text from './text.ts';

/** Complete by its type: a new function of the format gets its line here before anything compiles. */
export const duckdbFunctions: { readonly [name in FunctionName]: Implementation } = {
  add: number.add,
  sub: number.sub,
  mul: number.mul,
  div: number.div,
  mod: number.mod,
  neg: number.neg,
  abs: number.abs,
  floor: number.floor,
  ceil: number.ceil,
  round: number.round,
  sqrt: number.sqrt,
  // The last digit of a power depends on the machine's library.
  power: 'refused',
  least: number.least,
  greatest: number.greatest,
  lt: compare.lt,
  le: compare.le,
  gt: compare.gt,
  ge: compare.ge,
  eq: compare.eq,
  ne: compare.ne,
  in: compare.memberOf,
  eq3: compare.eq3,
  ne3: compare.ne3,
  in3: compare.in3,
  and: logic.and,
  or: logic.or,
  not: logic.not,
  and3: logic.and3,
  or3: logic.or3,
  not3: logic.not,
  isTrue: logic.isTrue,
  isMissing: logic.isMissing,
  exists: logic.exists,
  isBlank: logic.isBlank,
  truthy: logic.truthy,
  if: logic.choose,
  case: logic.choose,
  coalesce: logic.coalesce,
  concat: text.concat,
  length: text.length,
  substring: text.substring,
  substringBefore: text.substringBefore,
  substringAfter: text.substringAfter,
  uppercase: text.uppercase,
  lowercase: text.lowercase,
  trim: text.trim,
  contains: text.contains,
  startsWith: text.startsWith,
  endsWith: text.endsWith,
  pad: text.pad,
  replace: text.replace,
  splitPart: text.splitPart,
  splitCount: text.splitCount,
  lookup,
  matches: pattern.matches,
  matchPart: pattern.matchPart,
  replaceMatches: pattern.replaceMatches,
  formatBase: picture.formatBase,
  formatInteger: picture.formatInteger,
  fromMillis: picture.fromMillis,
  formatNumber,
  // Texts are read by pictures in the evaluator's own code.
  parseInteger: 'refused',
  toMillis: 'refused',
  toString: text.textOf,
  toNumber: number.toNumber,
  dateOf: date.dateOf,
  daysBetween: date.daysBetween,
  addDays: date.addDays,
  yearOf: date.yearOf,
  monthOf: date.monthOf,
  dayOf: date.dayOf,
  weekdayOf: date.weekdayOf,
  startOf: date.startOf,
  age: date.age,
  toDate: date.toDate,
  bin: score.bin,
  binLeft: score.binLeft,
  step: score.step,
  minmax: score.minmax,
  zscore: score.zscore,
  percentileOf: score.percentileOf,
  nearest,
  nearestMargin,
  textAt,
  numberAt,
  hashShare,
  // Purchase models are sums and integrals of the evaluator's own code.
  bgnbdAlive: 'refused',
  bgnbdPurchases: 'refused',
  paretoNbdAlive: 'refused',
  paretoNbdPurchases: 'refused',
  gammaGammaMean: 'refused',
};
