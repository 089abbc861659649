// Draft against live on the same people: both are swept over one table, and every customer counts in one cell of the moves.
import type { Impact } from '@tierflow/api';
import type { Definition, LocalText } from '@tierflow/definition';
import { type SweepResult, sweep } from '@tierflow/evaluator';
import type { Flow } from '@tierflow/flow';
import { previousFor } from './previous-tiers.ts';
import type { DataRef } from './protocol.ts';
import type { Bench, Workbench } from './workbench.ts';

export interface ImpactJob {
  readonly flow: Flow;
  readonly data: DataRef;
  /** The published definition; null while there is none. */
  readonly live: Definition | null;
}

const UNASSIGNED = { id: 'unassigned', title: { en: 'Unassigned', 'zh-CN': '未分级' } };
const OUTSIDE = { id: 'outside', title: { en: 'Not reached', 'zh-CN': '未进入' } };

export async function impactOf(bench: Workbench, { flow, data, live }: ImpactJob): Promise<Omit<Impact, 'live'>> {
  const { asOf, generation } = data;
  const { compiled, fitted, diagnostics, bench: on } = await bench.ready(flow, data, { asOf });
  const { schema } = compiled;
  const before =
    live === null
      ? nowhere(on)
      : await placesOf(live, asOf, bench.bench({ schema, timeZone: live.timeZone }, data, previousFor(data, live)));
  const after = fitted === undefined ? nowhere(on) : await placesOf(fitted, asOf, on);
  const tiers = [...uniquely([...after.tiers, ...before.tiers]), UNASSIGNED, OUTSIDE];
  const moves = countMoves(tiers, before, after);
  const totals = (rows: readonly number[]): number => rows.reduce((sum, n) => sum + n, 0);
  return {
    asOf,
    generation,
    customers: on.table.rows,
    tiers: tiers.map((tier, at) => ({ ...tier, before: totals(moves[at] ?? []), after: totals(moves.map((row) => row[at] ?? 0)) })),
    moves,
    moved: totals(moves.map((row, at) => totals(row) - (row[at] ?? 0))),
    playbooks: uniquely([...after.playbooks, ...before.playbooks]).map(({ id, title }) => {
      const people = (places: Places): number => places.playbooks.find((playbook) => playbook.id === id)?.n ?? 0;
      return {
        id,
        title,
        before: people(before),
        after: people(after),
        cost: flow.playbooks?.find((playbook) => playbook.id === id)?.cost ?? null,
      };
    }),
    diagnostics: [...diagnostics],
  };
}

interface Named {
  readonly id: string;
  readonly title: LocalText;
}

/** Where everybody is under one definition. */
interface Places {
  readonly tiers: readonly Named[];
  readonly playbooks: readonly (Named & { readonly n: number })[];
  /** Per customer: place in `tiers`; its length for unassigned, one more for outside. */
  readonly at: Uint16Array;
}

function nowhere({ table }: Bench): Places {
  return { tiers: [], playbooks: [], at: new Uint16Array(table.rows).fill(1) };
}

async function placesOf(definition: Definition, asOf: string, on: Bench): Promise<Places> {
  const main = definition.outputs.tiers.at(-1);
  const bands = main?.bands ?? [];
  const masks = [...bands.map(({ mask }) => mask), ...(main === undefined ? [] : [main.unassigned])];
  const { playbooks } = definition.outputs;
  const result = await sweep(definition, on.table, {
    asOf,
    counts: playbooks.map(({ mask }) => mask),
    columns: [...new Set(masks)],
    cache: on.cache,
  });
  const at = new Uint16Array(on.table.rows).fill(bands.length + 1);
  for (const [place, mask] of masks.entries()) mark(at, result, mask, place);
  return {
    tiers: bands.map(({ id, title }) => ({ id, title })),
    playbooks: playbooks.map(({ id, title, mask }) => ({ id, title, n: result.counts[mask] ?? 0 })),
    at,
  };
}

function mark(at: Uint16Array, result: SweepResult, mask: string, place: number): void {
  const column = result.columns[mask];
  if (column?.type !== 'boolean') return;
  for (let row = 0; row < at.length; row++) if (column.values[row] === 1) at[row] = place;
}

/** Of things with one id the first. */
function uniquely(named: readonly Named[]): Named[] {
  return [...new Map(named.toReversed().map(({ id, title }) => [id, { id, title }])).values()].toSorted(
    (a, b) => named.findIndex(({ id }) => id === a.id) - named.findIndex(({ id }) => id === b.id),
  );
}

function countMoves(tiers: readonly Named[], before: Places, after: Places): number[][] {
  const placesIn = ({ tiers: own }: Places): readonly number[] =>
    [...own, UNASSIGNED, OUTSIDE].map(({ id }) => tiers.findIndex((tier) => tier.id === id));
  const from = placesIn(before);
  const to = placesIn(after);
  const moves = tiers.map(() => tiers.map(() => 0));
  for (let row = 0; row < before.at.length; row++) {
    const cells = moves[from[before.at[row] as number] as number] as number[];
    cells[to[after.at[row] as number] as number]! += 1;
  }
  return moves;
}
