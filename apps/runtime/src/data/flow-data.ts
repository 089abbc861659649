// Which imported data a flow reads, in which generation, as of which day.
import type { Manifest } from '@tierflow/data';
import { type Flow, mapDataSets, storedName } from '@tierflow/flow';
import type { DataRef, DataSetRef } from '../analysis/protocol.ts';
import { type Folders, generationFolder } from '../folders.ts';
import { Refusal } from '../http/refusal.ts';
import { previousRun } from '../runs/previous-run.ts';
import type { ImportRow } from '../store/import-table.ts';
import type { Store } from '../store/store.ts';

type Held = Pick<Store<Manifest>, 'workspace' | 'imports'>;
type HeldWithRuns = Held & Pick<Store<Manifest>, 'runs'>;

export interface Place {
  readonly generation?: number | undefined;
  readonly asOf?: string | undefined;
}

/** The data of a flow, and the run that says which tiers its customers had. Refuses where a data set it names was not imported. */
export function dataOfFlow(store: HeldWithRuns, folders: Folders, flow: Flow, place: Place = {}): DataRef {
  const { generation, rows } = generationOf(store, place.generation);
  const names = namesIn(flow);
  const used = rows.filter(({ dataset }) => names === undefined || names.includes(dataset));
  const lacking = names?.find((name) => !rows.some(({ dataset }) => dataset === name));
  if (lacking !== undefined || used.length === 0) throw new Refusal('dataset.none', { params: { name: lacking ?? 'customers' } });
  const data = dataRef(used, folders, { generation, asOf: place.asOf });
  const previous = previousRun(store.runs, folders, flow.id, data.asOf);
  return { ...data, sets: mapDataSets(flow.data, data.sets), ...(previous === undefined ? {} : { previous }) };
}

/** One data set by itself. */
export function dataOfSet(store: Held, folders: Folders, name: string, place: Place = {}): DataRef {
  const { generation, rows } = generationOf(store, place.generation);
  const row = rows.find(({ dataset }) => dataset === name);
  if (row === undefined) throw new Refusal('dataset.unknown', { params: { name } });
  return dataRef([row], folders, { generation, asOf: place.asOf });
}

/** A set of customers with the collections whose lines name them by the same column. */
export function dataOfCustomers(store: Held, folders: Folders, name: string | undefined, place: Place = {}): DataRef {
  const { generation, rows } = generationOf(store, place.generation);
  const owner = name === undefined ? mainCustomers(rows) : rows.find(({ dataset }) => dataset === name);
  if (owner === undefined)
    throw name === undefined
      ? new Refusal('dataset.none', { params: { name: 'customers' } })
      : new Refusal('dataset.unknown', { params: { name } });
  const key = owner.summary?.kind === 'customers' ? owner.summary.key : owner.summary?.customer;
  const collections = rows.filter((row) => row !== owner && row.summary?.kind === 'collection' && row.summary.customer === key);
  return dataRef(owner.summary?.kind === 'customers' ? [owner, ...collections] : [owner], folders, { generation, asOf: place.asOf });
}

/** The set named customers, else the largest set of customers, else any. */
export function mainCustomers(rows: readonly ImportRow<Manifest>[]): ImportRow<Manifest> | undefined {
  const sets = rows
    .filter(({ summary }) => summary?.kind === 'customers')
    .toSorted((a, b) => (b.summary?.rows ?? 0) - (a.summary?.rows ?? 0));
  return sets.find(({ dataset }) => dataset === 'customers') ?? sets[0] ?? rows[0];
}

function generationOf(
  store: Held,
  asked: number | undefined,
): { readonly generation: number; readonly rows: readonly ImportRow<Manifest>[] } {
  const generation = asked ?? store.workspace.read().generation;
  if (asked !== undefined && !store.imports.hasGeneration(asked))
    throw new Refusal('generation.unknown', { params: { generation: asked } });
  return { generation, rows: store.imports.datasets(generation) };
}

/** Imported data sets a flow names; undefined where it leaves them open and nodes name none. */
function namesIn(flow: Flow): readonly string[] | undefined {
  if (flow.data !== undefined) return Object.keys(flow.data).map((name) => storedName(flow.data, name));
  const named = flow.nodes.flatMap(({ config }) => [config['data'], config['from']]).filter((name) => typeof name === 'string');
  return named.length === 0 ? undefined : [...new Set(named)];
}

function dataRef(
  rows: readonly ImportRow<Manifest>[],
  folders: Folders,
  place: { readonly generation: number; readonly asOf: string | undefined },
): DataRef {
  const sets = rows.flatMap((row): DataSetRef[] => {
    const { summary } = row;
    if (summary === null) return [];
    const fields = summary.columns.map(({ name, type }) => ({ name, type }));
    return [
      {
        name: row.dataset,
        folder: generationFolder(folders, row.id),
        key: summary.key,
        customer: summary.customer,
        time: summary.time,
        timeZone: summary.timeZone,
        fields,
        columns: {},
      },
    ];
  });
  return { generation: place.generation, asOf: place.asOf ?? lastDay(rows), sets };
}

/** The last day of the collections' times; without any, of the customers' days; without any, the day of the import. */
export function lastDay(rows: readonly ImportRow<Manifest>[]): string {
  const daysOf = (kind: Manifest['kind']) =>
    rows.flatMap(({ summary }) => (summary?.kind === kind && summary.asOf !== null ? [summary.asOf] : [])).sort();
  const imported = rows.map(({ finishedAt, createdAt }) => (finishedAt ?? createdAt).slice(0, 10)).sort();
  return daysOf('collection').at(-1) ?? daysOf('customers').at(-1) ?? imported.at(-1) ?? '1970-01-01';
}
