// The first half of publishing: everything that takes time, before the transaction.
import type { Definition, Diagnostic } from '@tierflow/definition';
import { type Flow, localText } from '@tierflow/flow';
import { dataOfFlow, type Place } from '../data/flow-data.ts';
import { Refusal } from '../http/refusal.ts';
import type { Services } from '../serving/services.ts';
import type { VersionCounts } from '../store/version-table.ts';

export interface PreparedVersion {
  readonly flow: Flow;
  readonly definition: Definition;
  readonly counts: VersionCounts;
  readonly warnings: readonly Diagnostic[];
  readonly asOf: string;
  readonly generation: number;
  readonly restored: null;
}

/** Compiles, fits, checks and counts; refuses with every failed gate. */
export async function preparedVersion(
  { store, folders, analysis }: Pick<Services, 'store' | 'folders' | 'analysis'>,
  flow: Flow,
  place: Place,
): Promise<PreparedVersion> {
  const data = dataOfFlow(store, folders, flow, place);
  const prepared = await analysis.ask('prepare', { flow, data });
  if (!prepared.ok) throw new Refusal('publish.gates', { diagnostics: prepared.diagnostics });
  const { definition, warnings } = prepared;
  const counts = { ...prepared.counts, title: localText(flow.title) };
  return { flow, definition, counts, warnings, asOf: data.asOf, generation: data.generation, restored: null };
}
