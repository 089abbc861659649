// A definition that is nothing but columns, so that the evaluator computes values the studio shows as examples.
import { type Column, type Definition, functionsIn, type Input } from '@tierflow/definition';

/** Columns over one record, without nodes, tiers or parameters. */
export function columnsDefinition(columns: readonly Column[], input: Omit<Input, 'key'>, timeZone: string): Definition {
  return {
    format: 'tierflow/definition@1',
    name: 'columns',
    title: { en: 'Columns' },
    version: 0,
    revision: 0,
    timeZone,
    requires: [...new Set(columns.flatMap(({ expr }) => [...functionsIn(expr)]))],
    input: { key: 'key', ...input },
    fittedOn: null,
    parameters: [],
    columns,
    nodes: [],
    outputs: { tiers: [], scores: [], labels: [], segments: [], playbooks: [] },
    vectors: [],
  };
}
