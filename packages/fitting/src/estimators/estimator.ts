// What an estimator is: columns and options in, a parameter's value out. Pure; a long one gives others their turn.
import type { Json, ParameterValue } from '@tierflow/definition';
import type { ColumnData } from '@tierflow/evaluator';
import type { Rows } from './sample.ts';

export interface Estimate {
  readonly value: ParameterValue;
  /** Codes of remarks: `fit.no-data`, `fit.equal-cuts`, `fit.few-groups`. */
  readonly warnings: readonly string[];
}

export type Options = { readonly [name: string]: Json };

/** Lines of a fit, sorted by customer. */
export interface LineSample {
  /** Customer i owns the lines start[i] ≤ line < end[i]. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** 1 for lines that count; all do where it is absent. */
  readonly kept?: Uint8Array;
  /** What the fit asks of each line. */
  readonly of: readonly ColumnData[];
}

/** What an estimator may need beyond its columns. */
export interface Around {
  /** The lines that the fit asks for. */
  readonly lines?: LineSample;
  /** Rows in the order of their keys; undefined where the table has that order. */
  readonly keyOrder: () => Uint32Array | undefined;
  /** The value of another parameter; one that some column of the sample depends on is there. */
  readonly parameter?: (id: string) => ParameterValue | undefined;
  /** Awaited between steps of long work; answering false stops it. */
  readonly pause?: () => Promise<boolean>;
  /** Told which share of the work is done, 0 to 1. */
  readonly progress?: (share: number) => void;
}

/** Throws SweepStopped when told to stop. */
export type Estimator = (columns: readonly ColumnData[], rows: Rows, options: Options, around: Around) => Estimate | Promise<Estimate>;
