// The registry: the one list of node kinds.
import type { KindRegistry, NodeKind } from '@tierflow/compiler';
import { abc } from './abc/index.ts';
import { aggregate } from './aggregate/index.ts';
import { allocate } from './allocate/index.ts';
import { basket } from './basket/index.ts';
import { clean } from './clean/index.ts';
import { cluster } from './cluster/index.ts';
import { clv } from './clv/index.ts';
import { filter } from './filter/index.ts';
import { formula } from './formula/index.ts';
import { lifecycle } from './lifecycle/index.ts';
import { lookup } from './lookup/index.ts';
import { merge } from './merge/index.ts';
import { note } from './note/index.ts';
import { percentile } from './percentile/index.ts';
import { playbook } from './playbook/index.ts';
import { rfm } from './rfm/index.ts';
import { scorecard } from './scorecard/index.ts';
import { source } from './source/index.ts';
import { split } from './split/index.ts';
import { stability } from './stability/index.ts';
import { switchKind } from './switch/index.ts';
import { table } from './table/index.ts';
import { tiers } from './tiers/index.ts';

export type { CleanRule } from './clean/config.ts';
export { mendedValue } from './clean/mend.ts';
export { keyOf } from './lookup/own-table.ts';
export { type TreeEntry, valueTree } from './lookup/place-tree.ts';
export { type RivalRule, rivalRules, type TableFromRows, type TextAndAnswer, tableFromRows } from './lookup/table-from-rows.ts';
export { detectableRise, detectableShift, type GroupSizes } from './split/detectable-effect.ts';
export type { InputRange } from './table/analysis/axis.ts';
export { type BoxCells, type DeadRow, type Findings, type Gap, type Overlap, tableFindings } from './table/analysis/findings.ts';
export { freshRowId, withRowCut, withRowForGap } from './table/analysis/repairs.ts';
export { type CellFault, type CellReading, cellText, readCell, readValue } from './table/cell-text.ts';
export { type Cell as TableCell, type OutputValue, rowName as tableRowName, type TableConfig, type TableRow } from './table/config.ts';

const kinds: readonly NodeKind[] = [
  source,
  aggregate,
  formula,
  clean,
  lookup,
  filter,
  switchKind,
  split,
  rfm,
  abc,
  percentile,
  cluster,
  basket,
  clv,
  scorecard,
  table,
  merge,
  tiers,
  stability,
  lifecycle,
  playbook,
  allocate,
  note,
];

/** Every kind by name, in the order of the palette. */
export const nodeKinds: KindRegistry = new Map(kinds.map((kind) => [kind.kind, kind]));
