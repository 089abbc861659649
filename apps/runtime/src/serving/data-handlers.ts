// The workspace and its data: data sets, imports, rejects, records, customers.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  type ColumnProfile,
  type Dataset,
  type DatasetDetail,
  FILE_LIMIT,
  type Import,
  type ImportQuery,
  type Language,
  PROBE_LIMIT,
  TABLE_ROWS,
} from '@tierflow/api';
import type { Manifest } from '@tierflow/data';
import { dataOfCustomers, dataOfSet, lastDay, mainCustomers } from '../data/flow-data.ts';
import { generationFolder } from '../folders.ts';
import type { Call, Handlers } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import { jobOf, newId } from '../ids.ts';
import { dataWords, importProblem } from '../imports/import-problems.ts';
import { probeFile } from '../imports/probe-file.ts';
import { readTable } from '../imports/read-table.ts';
import { receiveUpload, requireFile } from '../imports/receive-upload.ts';
import { rejectLines } from '../imports/reject-lines.ts';
import type { ImportRow } from '../store/import-table.ts';
import { version } from '../version.ts';
import { fingerprintOf } from './fingerprint.ts';
import { importOptions } from './import-options.ts';
import type { Services } from './services.ts';

type DataHandlers = Pick<
  Handlers,
  | 'getWorkspace'
  | 'listDatasets'
  | 'getDataset'
  | 'startImport'
  | 'getImport'
  | 'cancelImport'
  | 'listRejects'
  | 'probeFile'
  | 'readTable'
  | 'listPairs'
  | 'listRecords'
  | 'searchCustomers'
>;

const NDJSON = 'application/x-ndjson';
const RECORDS_AT_ONCE = 500;

export function dataHandlers(services: Services): DataHandlers {
  const { store, analysis, folders } = services;
  return {
    getWorkspace: () => ({ status: 200, json: workspaceOf(services) }),
    listDatasets: () => ({ status: 200, json: { datasets: served(services).flatMap(datasetOf) } }),
    getDataset: async ({ params }) => ({ status: 200, json: await detailOf(services, params['name'] ?? '') }),
    startImport: (call) => startImport(services, call),
    getImport: ({ params, language }) => ({ status: 200, json: importOf(services, importRow(services, params), language) }),
    cancelImport: ({ params, language }) => {
      const { id } = importRow(services, params);
      if (!services.imports.cancel(id)) throw new Refusal('import.finished');
      return { status: 200, json: importOf(services, importRow(services, params), language) };
    },
    listRejects: async ({ params, language }) => {
      const { id, state } = importRow(services, params);
      const path = join(generationFolder(folders, id), 'rejects.ndjson');
      const there = state === 'done' && (await stat(path).catch(() => undefined)) !== undefined;
      return { status: 200, content: there ? toWeb(rejectLines(createReadStream(path), language)) : '', type: NDJSON };
    },
    probeFile: async (call) => {
      const { format } = call.query;
      const options = { ...given('format', format), ...readingOf(call.query) };
      return { status: 200, json: await probeFile(await receivedHead(services, call), options, call.language) };
    },
    readTable: async (call) => {
      return { status: 200, json: await readTable(await receivedHead(services, call), readingOf(call.query), call.language) };
    },
    listPairs: async ({ params, query: { first, second } }) => {
      const data = dataOfSet(store, folders, params['name'] ?? '');
      const rows = await analysis.ask('pairs', { data, columns: [first, second], limit: TABLE_ROWS });
      const cells = rows.map((pair) => ({ line: null, cells: [...pair] }));
      return { status: 200, json: { file: null, columns: [first, second], rows: cells, unreadable: [], notices: [] } };
    },
    listRecords: ({ params, query }) => {
      const data = dataOfCustomers(store, folders, params['name'], { generation: query.generation });
      return { status: 200, content: recordStream(services, data), type: NDJSON };
    },
    searchCustomers: async ({ query }) => {
      const data = dataOfCustomers(store, folders, query.dataset);
      const own = { ...data, sets: data.sets.slice(0, 1) };
      return {
        status: 200,
        json: { ...(await analysis.ask('search', { data: own, search: query.search, limit: query.limit })), generation: data.generation },
      };
    },
  };
}

/** The first bytes of a file, on their way to being looked into; answers where they stand. */
async function receivedHead({ folders }: Services, { incoming }: Pick<Call<'probeFile'>, 'incoming'>): Promise<string> {
  requireFile(incoming);
  const path = join(folders.scratch, newId('imp'));
  await receiveUpload(incoming, path, PROBE_LIMIT);
  return path;
}

function readingOf({ encoding, delimiter, header }: Pick<ImportQuery, 'encoding' | 'delimiter' | 'header'>) {
  return {
    ...given('encoding', encoding),
    ...given('delimiter', delimiter),
    ...given('header', header === undefined ? undefined : header === 'true'),
  };
}

function served({ store }: Services): readonly ImportRow<Manifest>[] {
  return store.imports.datasets(store.workspace.read().generation);
}

function workspaceOf(services: Services) {
  const { name, language, timeZone, generation } = services.store.workspace.read();
  const rows = served(services);
  const main = mainCustomers(rows);
  return {
    name,
    language,
    timeZone,
    generation,
    asOf: rows.length === 0 ? null : lastDay(rows),
    customers: main === undefined ? 0 : customersIn(main.summary),
    version,
    preparing: services.preparing(),
  };
}

function customersIn(summary: Manifest | null): number {
  return summary?.customers?.count ?? summary?.rows ?? 0;
}

function headOf(row: ImportRow<Manifest>, summary: Manifest) {
  const { key, customer, time, kind, rows } = summary;
  return {
    name: row.dataset,
    kind,
    key,
    customer,
    time,
    generation: row.generation ?? 0,
    rows,
    importedAt: row.finishedAt ?? row.createdAt,
  };
}

function datasetOf(row: ImportRow<Manifest>): Dataset[] {
  return row.summary === null ? [] : [{ ...headOf(row, row.summary), columns: row.summary.columns.length }];
}

async function detailOf(services: Services, name: string): Promise<DatasetDetail> {
  const row = served(services).find(({ dataset }) => dataset === name);
  if (row?.summary == null) throw new Refusal('dataset.unknown', { params: { name } });
  const { summary } = row;
  const data = dataOfSet(services.store, services.folders, name);
  const samples = await services.analysis.ask('samples', { data });
  const columns = summary.columns.map(({ name: column, type, stats }): ColumnProfile => {
    const { missing, distinct, min: low, max: high } = stats;
    return { name: column, type, rows: summary.rows, missing, distinct, low, high, samples: samples[column] ?? [] };
  });
  const generations = services.store.imports
    .finished(name)
    .flatMap(({ id, generation, summary: found, finishedAt, createdAt }) =>
      found === null || generation === null
        ? []
        : [{ generation, import: id, rows: found.rows, rejected: found.rejected, importedAt: finishedAt ?? createdAt }],
    );
  const { withoutCustomer, rejected, duplicateRows, asOf } = summary;
  return { ...headOf(row, summary), withoutCustomer, rejected, duplicates: duplicateRows, lastDay: asOf, columns, generations };
}

async function startImport(services: Services, { params, query, incoming }: Call<'startImport'>) {
  const { store, folders, now } = services;
  const dataset = params['name'] ?? '';
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(dataset))
    throw new Refusal('request.parameter', { faults: [{ code: 'value.format', pointer: '/path/name' }] });
  requireFile(incoming);
  const options = importOptions(query as ImportQuery, store.workspace.read().timeZone);
  const id = newId('imp');
  const { bytes, digest } = await receiveUpload(incoming, join(folders.uploads, id), FILE_LIMIT);
  const fingerprint = fingerprintOf([dataset, options, digest]);
  const accepted = store.transaction(() => {
    const same = store.imports.same(dataset, fingerprint, store.workspace.read().generation);
    if (same === undefined) store.imports.add({ id, dataset, options, fingerprint, bytes, digest, createdAt: now() });
    return same?.id ?? id;
  });
  if (accepted !== id) services.imports.discard(id);
  services.imports.wake();
  return {
    status: 202,
    json: { job: jobOf(accepted), import: accepted },
    headers: { Location: `/v1/datasets/${dataset}/imports/${accepted}` },
  } as const;
}

function importRow({ store }: Services, params: Call<'getImport'>['params']): ImportRow<Manifest> {
  const row = store.imports.get(params['id'] ?? '');
  if (row === undefined || row.dataset !== params['name']) throw new Refusal('import.unknown');
  return row;
}

function importOf(services: Services, row: ImportRow<Manifest>, language: Language): Import {
  const { summary, problem } = row;
  const doing = services.imports.progressOf(row.id);
  const done = doing === undefined || doing.totalBytes === 0 ? 0 : doing.bytes / doing.totalBytes;
  return {
    id: row.id,
    dataset: row.dataset,
    job: jobOf(row.id),
    state: row.state,
    progress: row.state === 'done' ? 1 : Math.min(0.99, doing?.phase === 'write' ? 0.9 : done * 0.8),
    step: doing?.phase ?? null,
    bytes: row.bytes,
    digest: row.digest,
    rows: summary === null ? null : summary.rows + summary.rejected,
    loaded: summary?.rows ?? doing?.rows ?? null,
    rejected: summary?.rejected ?? doing?.rejected ?? null,
    withoutCustomer: summary?.withoutCustomer ?? null,
    generation: row.generation,
    encoding: summary?.source.encoding ?? null,
    delimiter: summary?.source.delimiter ?? null,
    notices: (summary?.notices ?? []).map((notice) => dataWords(notice, language)),
    problem: problem === null ? null : importProblem(problem, language),
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
  };
}

function recordStream({ analysis }: Services, data: ReturnType<typeof dataOfSet>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let from: number | null = 0;
  return new ReadableStream({
    pull: async (controller) => {
      if (from === null) {
        controller.close();
        return;
      }
      const { text, next }: { readonly text: string; readonly next: number | null } = await analysis.ask('records', {
        data,
        from,
        count: RECORDS_AT_ONCE,
      });
      from = next;
      if (text === '') controller.close();
      else controller.enqueue(encoder.encode(text));
    },
  });
}

function toWeb(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(lines, { objectMode: false })) as ReadableStream<Uint8Array>;
}

function given<N extends string, V>(name: N, value: V | undefined): { readonly [K in N]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [K in N]?: V });
}
