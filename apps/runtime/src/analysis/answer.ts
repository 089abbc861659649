// Which question is answered by what.
import { applyDefinition } from './apply-definition.ts';
import { clustersOf, tryClustersOf } from './clusters.ts';
import { recordAt, rowOf, samplesOf, searchCustomers } from './customer-records.ts';
import { explainCustomer } from './explain.ts';
import { impactOf } from './impact.ts';
import { dataSchemaOfSets } from './load-table.ts';
import { tierMovesOf } from './moves/tier-moves.ts';
import { pairsOf } from './pairs.ts';
import { preparePublish } from './prepare-publish.ts';
import { previewFlow } from './preview.ts';
import { previewRows } from './preview-rows.ts';
import type { DataRef, QuestionKind, Questions } from './protocol.ts';
import type { Bench, Workbench } from './workbench.ts';

type Answers = {
  readonly [K in QuestionKind]: (
    bench: Workbench,
    ask: Questions[K]['ask'],
    pause: () => Promise<boolean>,
  ) => Questions[K]['answer'] | Promise<Questions[K]['answer']>;
};

const answers: Answers = {
  preview: (bench, ask, pause) => previewFlow(bench, { ...ask, pause }),
  rows: (bench, ask, pause) => previewRows(bench, { ...ask, pause }),
  clusters: (bench, ask, pause) => clustersOf(bench, { ...ask, pause }),
  clusterTrial: (bench, ask, pause) => tryClustersOf(bench, { ...ask, pause }),
  explain: (bench, ask) => explainCustomer(bench, ask),
  tierMoves: (bench, ask, pause) => tierMovesOf(bench, { ...ask, pause }),
  impact: (bench, ask) => impactOf(bench, ask),
  prepare: (bench, { flow, data }) => preparePublish(bench, flow, data),
  apply: (bench, ask) => applyDefinition(ask, whole(bench, ask.data, ask.definition.timeZone)),
  record: (bench, { data, key }) => {
    const { table } = whole(bench, data);
    const row = rowOf(table, key);
    return row === undefined ? null : recordAt(table, keyName(data), row);
  },
  records: (bench, { data, from, count }) => {
    const { table } = whole(bench, data);
    const end = Math.min(table.rows, from + count);
    let text = '';
    for (let row = from; row < end; row++) text += `${JSON.stringify(recordAt(table, keyName(data), row))}\n`;
    return { text, next: end < table.rows ? end : null };
  },
  samples: (bench, { data }) => samplesOf(whole(bench, data).table),
  pairs: (bench, { data, columns, limit }) => pairsOf(whole(bench, data).table, keyName(data), columns, limit),
  search: (bench, { data, search, limit }) => searchCustomers(whole(bench, data).table, search, limit),
};

/** Answers one question; throws `Refused` for what can be expected. */
export async function answer<K extends QuestionKind>(
  bench: Workbench,
  kind: K,
  ask: unknown,
  pause: () => Promise<boolean>,
): Promise<Questions[K]['answer']> {
  return answers[kind](bench, ask as Questions[K]['ask'], pause);
}

/** The table of all the data sets named, without a flow; with the tiers of an earlier run where one is given. */
function whole(bench: Workbench, data: DataRef, timeZone?: string): Bench {
  return bench.bench({ schema: dataSchemaOfSets(data), timeZone }, data, data.previous);
}

function keyName(data: DataRef): string {
  const { customers, collections } = dataSchemaOfSets(data);
  return customers?.key ?? collections[0]?.customer ?? 'key';
}
