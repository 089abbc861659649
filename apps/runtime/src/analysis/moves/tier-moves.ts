// What would move the people of a tier up: everybody one by one, or where they are many a sample that depends on keys only.
import type { Cell, LeverMoves, TierMoves, TierMovesRequest } from '@tierflow/api';
import { type Definition, stableHash, type TierOutput } from '@tierflow/definition';
import {
  type CollectionData,
  type ColumnData,
  type Move,
  type Mover,
  type Pull,
  SweepStopped,
  sweep,
  type Table,
} from '@tierflow/evaluator';
import type { Flow } from '@tierflow/flow';
import { recordAt } from '../customer-records.ts';
import type { DataRef } from '../protocol.ts';
import { Refused } from '../refused.ts';
import type { Workbench } from '../workbench.ts';
import { bandsOf, cellOf, type Ground, moverOf } from './person-moves.ts';
import { binsOf, quartilesOf } from './spread-of-sizes.ts';

interface Job {
  readonly flow: Flow;
  readonly data: DataRef;
  readonly request: TierMovesRequest;
  readonly pause: () => Promise<boolean>;
}

export async function tierMovesOf(bench: Workbench, { flow, data, request, pause }: Job): Promise<TierMoves> {
  const asOf = request.asOf ?? data.asOf;
  const { fitted, bench: on, diagnostics } = await bench.readyOn(flow, data, { asOf, pause });
  if (fitted === undefined)
    throw new Refused(
      'publish.gates',
      {},
      diagnostics.filter(({ severity }) => severity === 'error'),
    );
  const tiers = tiersNode(fitted, request.node);
  const mask = maskOf(tiers, request.tier);
  const swept = await sweep(fitted, on.table, { asOf, counts: [], columns: [mask], cache: on.cache, pause });
  const members = rowsOf(swept.columns[mask]);
  const ground: Ground = { flow, fitted, bench: on, asOf };
  const mover = moverOf(ground, tiers.node);
  const rows = await sampled(members, { table: on.table, mover, most: request.most, pause });
  const people = await movedPeople(rows, { mover, table: on.table, input: fitted.input, pause });
  const levers = mover.levers.map((pull, at) => leverMoves(pull, at, people, tiers));
  return {
    asOf,
    generation: data.generation,
    node: tiers.node,
    bands: bandsOf(tiers),
    tier: request.tier,
    members: members.length,
    people: rows.length,
    exact: rows.length === members.length,
    movable: people.filter(({ moves }) => moves.some(({ next }) => next !== null)).length,
    levers,
  };
}

function tiersNode({ outputs }: Definition, node: string | undefined): TierOutput {
  const tiers = node === undefined ? outputs.tiers.at(-1) : outputs.tiers.find((one) => one.node === node);
  if (tiers === undefined) throw new Refused('node.unknown', { node: node ?? 'tiers', port: 'in' });
  return tiers;
}

function maskOf({ node, bands, unassigned }: TierOutput, tier: string | null): string {
  if (tier === null) return unassigned;
  const band = bands.find(({ id }) => id === tier);
  if (band === undefined) throw new Refused('tier.unknown', { node, tier });
  return band.mask;
}

function rowsOf(mask: { readonly type: string; readonly values?: ArrayLike<number> } | undefined): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < (mask?.values?.length ?? 0); row++) if (mask?.values?.[row] === 1) rows.push(row);
  return rows;
}

/** People whose keys are hashed between two pauses. */
const HASHED_AT_ONCE = 50_000;
/** Lines that are gone through in one answer, once per lever: people with very many lines are sampled earlier. */
const MOST_LINES = 500_000;
/** A lever of somebody without lines costs as much as so many lines. */
const LINES_OF_A_LEVER = 4;

/** Of many people those whose key hashes lowest: the same people whatever the order of the rows. */
async function sampled(members: readonly number[], { table, mover, most, pause }: Sampling): Promise<readonly number[]> {
  const work = workOf(table, mover);
  if (fitting(members, most, work) === members.length) return members;
  const { codes, dictionary } = table.key;
  const hashed: { readonly row: number; readonly hash: number }[] = [];
  for (const row of members) {
    if (hashed.length % HASHED_AT_ONCE === 0 && !(await pause())) throw new SweepStopped();
    hashed.push({ row, hash: stableHash('moves', dictionary[codes[row] as number] as string) });
  }
  const order = hashed.sort((a, b) => a.hash - b.hash).map(({ row }) => row);
  return order.slice(0, Math.max(1, fitting(order, most, work)));
}

/** Lines that a person's levers go through, or as much work. */
function workOf({ collections }: Table, { reads, levers }: Mover): (row: number) => number {
  const read = [...reads.collections.keys()].flatMap((name) => collections[name] ?? []);
  const times = levers.filter(({ actionable }) => actionable).length;
  return (row) => times * read.reduce((n, { start, end }) => n + (end[row] ?? 0) - (start[row] ?? 0), LINES_OF_A_LEVER);
}

/** How many of the people, from the first on, fit into one answer. */
function fitting(people: readonly number[], most: number, work: (row: number) => number): number {
  let lines = 0;
  for (const [at, row] of people.entries()) {
    lines += work(row);
    if (at >= most || lines > MOST_LINES) return at;
  }
  return people.length;
}

interface Sampling {
  readonly table: Table;
  readonly mover: Mover;
  readonly most: number;
  readonly pause: () => Promise<boolean>;
}

interface Looking {
  readonly mover: Mover;
  readonly table: Table;
  readonly input: Definition['input'];
  readonly pause: () => Promise<boolean>;
}

interface MovedPerson {
  readonly key: string;
  readonly moves: readonly Move[];
}

/** People between two pauses. */
const AT_ONCE = 50;

async function movedPeople(rows: readonly number[], { mover, table, input, pause }: Looking): Promise<readonly MovedPerson[]> {
  const read = onlyRead(table, mover, input);
  const people: MovedPerson[] = [];
  for (const row of rows) {
    if (people.length % AT_ONCE === 0 && people.length > 0 && !(await pause())) throw new SweepStopped();
    const record = recordAt(read, input.key, row);
    people.push({ key: String(record[input.key]), moves: mover.nearest(record) });
  }
  return people;
}

/** The table without columns that no tier depends on. */
function onlyRead(table: Table, { reads }: Mover, { collections }: Definition['input']): Table {
  const lines = [...reads.collections].flatMap(([name, { fields }]): [string, CollectionData][] => {
    const stored = table.collections[name];
    const time = collections.find((collection) => collection.name === name)?.time;
    return stored === undefined
      ? []
      : [[name, { ...stored, fields: picked(stored.fields, (field) => field === time || fields.has(field)) }]];
  });
  return { ...table, fields: picked(table.fields, (name) => reads.fields.has(name)), collections: Object.fromEntries(lines) };
}

function picked(
  columns: { readonly [name: string]: ColumnData },
  wanted: (name: string) => boolean,
): { readonly [name: string]: ColumnData } {
  return Object.fromEntries(
    Object.keys(columns)
      .filter(wanted)
      .map((name) => [name, columns[name] as ColumnData]),
  );
}

/** What one lever does for all the people. */
function leverMoves(pull: Pull, at: number, people: readonly MovedPerson[], { bands }: TierOutput): LeverMoves {
  const moved = people.flatMap(({ key, moves }) => {
    const { next, from, example } = moves[at] as Move;
    return next === null ? [] : [{ key, from, example, to: cellOf(next.to), size: next.size, tier: next.tier }];
  });
  const sizes = moved.flatMap(({ size }) => (size === null ? [] : [size])).sort((a, b) => a - b);
  const values = new Map<Cell, number>();
  if (pull.lever.kind === 'value') for (const { to } of moved) values.set(to, (values.get(to) ?? 0) + 1);
  const nearest = moved.filter(({ example }) => !example).toSorted((a, b) => (a.size ?? 0) - (b.size ?? 0) || (a.key < b.key ? -1 : 1));
  return {
    ...pull,
    n: moved.length,
    tiers: bands.map(({ id }) => ({ id, n: moved.filter(({ tier }) => tier === id).length })).filter(({ n }) => n > 0),
    down: moved.filter(({ from, to, size }) => size !== null && typeof from === 'number' && Number(to) < from).length,
    filled: moved.filter(({ example }) => example).length,
    sizes: quartilesOf(sizes),
    bins: binsOf(sizes),
    values: [...values].map(([to, n]) => ({ to, n })).sort((a, b) => b.n - a.n),
    nearest: nearest.slice(0, MAX_NEAREST).map(({ key, to, size, tier }) => ({ key, to, size, tier })),
  };
}

/** So many of the people with the smallest changes are named. */
const MAX_NEAREST = 5;
