// What the builders of columns have in common.
import type { Clockwork, Rule } from '../values/rule.ts';
import type { Budget } from './budget.ts';

/** What builders share. */
export interface BuilderContext {
  readonly budget: Budget;
  readonly clock: Clockwork;
  readonly seed: number;
}

/** `put` stores a cell that is not empty; rows come in order but a rejected row is written again by the next. */
export interface ColumnBuilder {
  readonly rule: Rule;
  put(row: number, bytes: Uint8Array, start: number, end: number): boolean;
  missing(row: number): void;
  /** Makes room for rows below `capacity`. */
  grow(capacity: number): void;
}

export const isBlank = (byte: number): boolean => byte === 32 || byte === 9;

export const textOf = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
    .toString('utf8')
    .trim();

type Storage = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** `old` with room for `capacity` values. */
export function grown<T extends Storage>(old: T, capacity: number, budget: Budget): T {
  budget.take((capacity - old.length) * old.BYTES_PER_ELEMENT);
  const next = new (old.constructor as new (length: number) => T)(capacity);
  next.set(old);
  return next;
}
