// What the functions for buying customers have in common: what a history is, which models can be read, and discounting.
import { raise } from '../../row-error.ts';

export type Numbers = ArrayLike<number>;

/** Repeat purchases, time of the last one and time watched, both counted from the first purchase. */
export interface History {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
}

/** A model of when people buy and when they stop; `parameters` are four positive numbers. */
export interface PurchaseModel {
  /** Probability of still being a customer. */
  readonly alive: (parameters: Numbers, history: History) => number;
  /** Purchases expected until a time from now. */
  readonly until: (parameters: Numbers, history: History) => (t: number) => number;
}

type Given = number | undefined;

/** `alive` of a model as a function of the table. */
export function probability({ alive }: PurchaseModel) {
  return (parameters: Numbers, x: Given, tx: Given, T: Given): number | undefined => {
    if (x === undefined || tx === undefined || T === undefined || !isFitted(parameters, 4)) return undefined;
    return inRange(alive(parameters, historyOf(x, tx, T)));
  };
}

/** `until` of a model as a function of the table: x, tx, T, the horizon and perhaps step and rate. */
export function purchases({ until }: PurchaseModel) {
  return (parameters: Numbers, ...given: readonly Given[]): number | undefined => {
    if (given.includes(undefined) || !isFitted(parameters, 4)) return undefined;
    const [x, tx, T, horizon, step, rate] = given as readonly [number, number, number, number, number?, number?];
    return discounted(until(parameters, historyOf(x, tx, T)), { horizon, step, rate });
  };
}

/** A history that can be; everything else is an error of the row. */
function historyOf(x: number, tx: number, T: number): History {
  return Number.isInteger(x) && x >= 0 && tx >= 0 && T >= tx ? { x, tx, T } : outOfRange();
}

/** Whether there is a model: no numbers at all mean that nothing could be fitted. Anything but `count` positive numbers is an error. */
export function isFitted(parameters: Numbers, count: number): boolean {
  if (parameters.length === 0) return false;
  for (let at = 0; at < count; at++) if (!((parameters[at] as number) > 0)) return outOfRange();
  return parameters.length === count || outOfRange();
}

export function outOfRange(): never {
  return raise('number.out-of-range');
}

/** A result that is a number; everything else is an error of the row. */
export function inRange(value: number): number {
  return Number.isFinite(value) ? value : outOfRange();
}

/** How far ahead, and how what comes later is discounted: step k (from 1) is divided by (1 + rate)^k. */
interface Ahead {
  readonly horizon: number;
  readonly step: Given;
  readonly rate: Given;
}

const MAX_STEPS = 1200;

/** What is expected within a horizon, given what is expected until a time; the last step may be a shorter one. */
function discounted(until: (t: number) => number, { horizon, step, rate }: Ahead): number {
  if (!(horizon >= 0)) return outOfRange();
  if (step === undefined || rate === undefined) return inRange(until(horizon));
  if (!(step > 0 && rate >= 0 && horizon / step <= MAX_STEPS)) return outOfRange();
  let sum = 0;
  let before = 0;
  for (let k = 1; (k - 1) * step < horizon; k++) {
    const all = until(Math.min(k * step, horizon));
    sum += (all - before) / (1 + rate) ** k;
    before = all;
  }
  return inRange(sum);
}
