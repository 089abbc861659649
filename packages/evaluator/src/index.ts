// The doors of the evaluator.
export { nodeCounts, type NodeCounts } from './counts.ts';
export { decider, type Decider, type DecideOptions, type DeciderOptions } from './decider.ts';
export { DefinitionError, type Program } from './program.ts';
export { jsonValue, LARGEST, readValue } from './row.ts';
export { sweep, sweepCache, type SweepCache, type SweepOptions, type SweepResult, SweepStopped } from './sweep.ts';
export {
  type BooleanColumn,
  type CollectionData,
  type ColumnData,
  type DateColumn,
  type DatetimeColumn,
  MISSING_DAY,
  type NumberColumn,
  type StringColumn,
  type Table,
} from './table.ts';
export { tableOf } from './table-of.ts';
export type { Value } from './value.ts';
export { testVectors, type VectorMismatch, vectorMismatches } from './vectors/test-vectors.ts';
