// The doors of the evaluator.
export { type ColumnReaderOptions, columnReader } from './column-reader.ts';
export { constantCall } from './constant-call.ts';
export { type NodeCounts, nodeCounts } from './counts.ts';
export { type DecideOptions, type Decider, type DeciderOptions, decider } from './decider.ts';
export { type Leaving, type LeavingSums, leavingSums } from './functions/lifetime/leaving.ts';
export type { Lever } from './moves/levers.ts';
export type { KnownField, KnownLines } from './moves/line-maker.ts';
export { actionableByType, type Mover, type MoverOptions, mover } from './moves/movers.ts';
export type { Change, KnownPopulation, Move, Moves, Pull } from './moves/moves.ts';
export { type PreviousTier, tierSince, withPrevious } from './previous.ts';
export { DefinitionError, type Program } from './program.ts';
export { jsonValue, LARGEST, readValue } from './row.ts';
export { type SweepCache, type SweepOptions, type SweepResult, SweepStopped, sweep, sweepCache } from './sweep.ts';
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
