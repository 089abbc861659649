// The place of a record's tier among the tiers of a node: 0 the best, their number for nobody's.
import type { TierOutput } from '@tierflow/definition';
import type { CodeCache } from '../codegen/constants.ts';
import { compileRecord, type RunRecord, type Sink } from '../codegen/record-code.ts';
import type { Prepared } from '../program.ts';
import { referenceOf } from '../record-values.ts';

export interface RankerOptions {
  /** `generated` makes JavaScript; `closures` runs where code generation is forbidden. Both answer the same. */
  readonly mode?: 'generated' | 'closures';
  readonly cache?: CodeCache | undefined;
}

export type Ranker = (record: unknown, asOf: number, asOfText: string) => number;

/** Computes what the tier needs and nothing else. */
export function tierRanker(prepared: Prepared, { bands }: TierOutput, { mode, cache }: RankerOptions): Ranker {
  const masks = bands.map(({ mask }) => mask);
  const reference = referenceOf(prepared, masks);
  const positions = masks.map((mask) => prepared.position(mask));
  const byReference: RunRecord = (record, asOf, asOfText) => {
    const { values } = reference(record, asOf, asOfText);
    const at = positions.findIndex((position) => values[position] === true);
    return at < 0 ? masks.length : at;
  };
  if (mode === 'closures') return byReference as Ranker;
  const sink: Sink = ({ variable }) => `return ${masks.map((mask, at) => `${variable(mask)} === 1 ? ${at} : `).join('')}${masks.length};`;
  return compileRecord(prepared, { read: masks, sink, otherwise: byReference, cache }) as Ranker;
}
