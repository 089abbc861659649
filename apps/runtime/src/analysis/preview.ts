// Live counts of a flow that is being edited: compile, fit, one sweep, and everything asked for read off it.
import type { ConditionCount, Grid, Histogram, NodeCount, Preview, PreviewRequest } from '@tierflow/api';
import { type Column, columnHashes, type Definition, digestOf } from '@tierflow/definition';
import { type ColumnData, nodeCounts, type SweepResult, sweep, type Table } from '@tierflow/evaluator';
import type { Flow } from '@tierflow/flow';
import { nodeKinds } from '@tierflow/nodes';
import { type ColumnAt, columnAt, columnsLeaving } from './column-at.ts';
import { type ProbedFlow, type RowProbe, withConditionRows } from './condition-rows.ts';
import { gridOf } from './grid.ts';
import { histogramOf } from './histogram.ts';
import { maskOf } from './place-mask.ts';
import { previousFor } from './previous-tiers.ts';
import type { DataRef } from './protocol.ts';
import { sharesOf } from './shares.ts';
import { outputCounts } from './tier-counts.ts';
import type { ReadyFlow, Workbench } from './workbench.ts';

export interface PreviewJob {
  readonly flow: Flow;
  readonly data: DataRef;
  readonly request: PreviewRequest;
  readonly pause: () => Promise<boolean>;
}

export async function previewFlow(bench: Workbench, job: PreviewJob): Promise<Preview> {
  const started = performance.now();
  const { data, request, pause } = job;
  const asOf = request.asOf ?? data.asOf;
  const probed: ProbedFlow =
    request.conditions.length === 0
      ? { flow: job.flow, probes: [], added: new Set() }
      : withConditionRows(job.flow, request.conditions, nodeKinds);
  const ready = await bench.readyOn(probed.flow, data, { asOf, pause });
  const { fitted } = ready;
  const previous = previousFor(data, ready.compiled.definition);
  const head: Head = {
    asOf,
    generation: data.generation,
    customers: ready.bench.table.rows,
    ...(previous === undefined ? {} : { previous: { run: previous.run, asOf: previous.asOf } }),
  };
  const diagnostics = ready.diagnostics.filter(({ at }) => at.node === undefined || !probed.added.has(at.node));
  if (fitted === undefined) {
    const timing = { ...ready.timing, sweep: 0, total: performance.now() - started };
    return { ...head, timing, ...nothing(job.flow, ready, head), diagnostics };
  }
  const from = performance.now();
  const wanted = wantedColumns(ready, fitted, request);
  const program = { ...fitted, columns: [...fitted.columns, ...wanted.extra] };
  const result = await sweep(program, ready.bench.table, { asOf, columns: wanted.ids, cache: ready.bench.cache, pause });
  const read = reader(result, ready.bench.table);
  return {
    ...head,
    timing: { ...ready.timing, sweep: performance.now() - from, total: performance.now() - started },
    nodes: nodeResults({ flow: job.flow, ready, fitted, result, rows: probed.probes, probes: request.probes, head }),
    ...outputCounts(fitted, result.counts),
    histograms: histograms(wanted, read),
    grids: grids(wanted, read),
    shares: shares(wanted, read),
    parameters: Object.fromEntries(fitted.parameters.map(({ id, value }) => [id, value])),
    diagnostics,
  };
}

type Head = Pick<Preview, 'asOf' | 'generation' | 'customers' | 'previous'>;

function nothing(flow: Flow, ready: ReadyFlow, head: Head): Omit<Preview, keyof Head | 'timing' | 'diagnostics'> {
  const nodes = Object.fromEntries(
    flow.nodes.filter(({ id }) => ready.compiled.nodes.has(id)).map(({ id }) => [id, blockedNode(id, ready, head)]),
  );
  return { nodes, tiers: [], tiersNode: null, unassigned: 0, playbooks: [], histograms: {}, grids: {}, shares: {}, parameters: {} };
}

function blockedNode(id: string, ready: ReadyFlow, head: Head): NodeCount {
  const blockedBy = [...(ready.compiled.nodes.get(id)?.blockedBy ?? [])];
  return { n: null, of: head.customers, unknown: 0, exact: true, asOf: head.asOf, hash: '', ports: {}, errors: 0, blockedBy };
}

interface NodeRequest {
  readonly flow: Flow;
  readonly ready: ReadyFlow;
  readonly fitted: Definition;
  readonly result: SweepResult;
  readonly rows: readonly RowProbe[];
  /** Nodes with their probes. */
  readonly probes: readonly string[];
  readonly head: Head;
}

function nodeResults({ flow, ready, fitted, result, rows: rowProbes, probes, head }: NodeRequest): Preview['nodes'] {
  const counts = nodeCounts(fitted, result);
  const hashes = columnHashes(fitted);
  const entries = new Map(fitted.nodes.map((node) => [node.id, node]));
  const conditions = conditionCounts(rowProbes, counts);
  const nodes = flow.nodes.flatMap(({ id }): [string, NodeCount][] => {
    const entry = entries.get(id);
    const counted = counts[id];
    if (entry === undefined || counted === undefined) return ready.compiled.nodes.has(id) ? [[id, blockedNode(id, ready, head)]] : [];
    const masks = [
      entry.in,
      ...entry.ports.map((port) => port.mask),
      ...entry.columns,
      ...(entry.unknown === undefined ? [] : [entry.unknown]),
    ];
    const hash = digestOf(
      [
        head.asOf,
        head.generation,
        ...(head.previous === undefined ? [] : [head.previous.run]),
        ...masks.map((mask) => hashes.get(mask) ?? mask),
      ].join(' '),
    ).slice(7, 39);
    const rows = conditions.get(id);
    const { in: n, out, unknown, errors } = counted;
    return [
      [
        id,
        {
          n,
          of: head.customers,
          unknown,
          exact: true,
          asOf: head.asOf,
          hash,
          ports: { ...out },
          errors,
          ...(rows === undefined ? {} : { conditions: rows }),
          ...(probes.includes(id) ? { probes: probeCounts(id, ready, result) } : {}),
        },
      ],
    ];
  });
  return Object.fromEntries(nodes);
}

function probeCounts(id: string, { compiled }: ReadyFlow, { counts }: SweepResult): Record<string, number> {
  const probes = compiled.nodes.get(id)?.probes ?? [];
  return Object.fromEntries(probes.map((probe) => [probe.id.slice(id.length + 1), counts[probe.id] ?? 0]));
}

function conditionCounts(
  probes: readonly RowProbe[],
  counts: ReturnType<typeof nodeCounts>,
): ReadonlyMap<string, Record<string, ConditionCount>> {
  const found = new Map<string, Record<string, ConditionCount>>();
  for (const { node, path, alone, whole, without } of probes) {
    const passing = (id: string): number | undefined => counts[id]?.out['match'];
    const n = passing(alone);
    const all = passing(whole);
    const rest = without === undefined ? counts[whole]?.in : passing(without);
    if (n === undefined || all === undefined || rest === undefined) continue;
    const rows = found.get(node) ?? {};
    found.set(node, rows);
    rows[path] = { n, removes: rest - all, unknown: counts[alone]?.unknown ?? 0 };
  }
  return found;
}

interface Wanted {
  readonly ids: readonly string[];
  readonly extra: readonly Column[];
  readonly histograms: readonly { readonly key: string; readonly bins: number; readonly mask: string; readonly at: ColumnAt }[];
  readonly grids: readonly WantedGrid[];
  readonly shares: readonly WantedShares[];
}

interface WantedGrid {
  readonly key: string;
  readonly mask: string;
  readonly rows: ColumnAt;
  readonly columns: ColumnAt;
  readonly rowEdges: readonly number[] | undefined;
  readonly columnEdges: readonly number[] | undefined;
  readonly missing: boolean | undefined;
}

interface WantedShares {
  readonly key: string;
  readonly mask: string;
  /** Id of a column of the program. */
  readonly of: string;
  readonly by: ColumnAt;
}

/** Columns of nodes that are not there, or blocked, are left out of the answer. */
function wantedColumns({ compiled }: ReadyFlow, fitted: Definition, request: PreviewRequest): Wanted {
  const masks = new Map(fitted.nodes.map((node) => [node.id, node.in]));
  const find = (node: string, name: string): ColumnAt[] => {
    const mask = masks.get(node);
    const info = columnsLeaving(compiled, node).get(name);
    return mask === undefined || info === undefined ? [] : [columnAt(info, node, mask)];
  };
  const spreads = request.columns.flatMap(({ node, port, column, bins }) => {
    const mask = port === undefined ? masks.get(node) : maskOf(fitted, { node, port });
    const key = port === undefined ? `${node}.${column}` : `${node}:${port}.${column}`;
    return mask === undefined ? [] : find(node, column).map((at) => ({ key, bins, mask, at }));
  });
  const crosses = request.grids.flatMap(({ node, rows, columns, rowEdges, columnEdges, missing }) =>
    find(node, rows).flatMap((down) =>
      find(node, columns).map((across) => ({
        key: `${node}.${rows}.${columns}`,
        mask: masks.get(node) ?? '',
        rows: down,
        columns: across,
        rowEdges,
        columnEdges,
        missing,
      })),
    ),
  );
  const own = new Set(fitted.columns.map(({ id }) => id));
  const parts = request.shares.flatMap(({ node, of, by }) =>
    find(node, by).flatMap((at): WantedShares[] => {
      const id = `${node}.${of}`;
      return own.has(id) ? [{ key: `${node}.${of}.${by}`, mask: masks.get(node) ?? '', of: id, by: at }] : [];
    }),
  );
  const used = [...spreads.map(({ at }) => at), ...crosses.flatMap(({ rows, columns }) => [rows, columns]), ...parts.map(({ by }) => by)];
  const probes = request.probes.flatMap((node) => (masks.has(node) ? (compiled.nodes.get(node)?.probes ?? []) : []));
  const extra = new Map([...used.flatMap(({ extra: column }) => column ?? []), ...probes].map((column) => [column.id, column]));
  const ids = new Set([
    ...[...spreads, ...crosses, ...parts].map(({ mask }) => mask),
    ...parts.map(({ of }) => of),
    ...used.flatMap(({ where }) => (where.from === 'column' ? [where.id] : [])),
  ]);
  return { ids: [...ids], extra: [...extra.values()], histograms: spreads, grids: crosses, shares: parts };
}

interface Reader {
  readonly column: (at: ColumnAt) => ColumnData | undefined;
  readonly own: (id: string) => ColumnData | undefined;
  readonly mask: (id: string) => Uint8Array;
}

function reader(result: SweepResult, table: Table): Reader {
  return {
    column: ({ where }) => (where.from === 'field' ? table.fields[where.name] : result.columns[where.id]),
    own: (id) => result.columns[id],
    mask: (id) => {
      const column = result.columns[id];
      return column?.type === 'boolean' ? column.values : new Uint8Array(table.rows);
    },
  };
}

function histograms({ histograms: wanted }: Wanted, read: Reader): Record<string, Histogram> {
  return Object.fromEntries(
    wanted.flatMap(({ key, bins, mask, at }) => {
      const column = read.column(at);
      return column === undefined ? [] : [[key, histogramOf(column, read.mask(mask), bins)]];
    }),
  );
}

function shares({ shares: wanted }: Wanted, read: Reader): Preview['shares'] {
  return Object.fromEntries(
    wanted.flatMap(({ key, mask, of, by }) => {
      const [values, classes] = [read.own(of), read.column(by)];
      return values === undefined || classes?.type !== 'string' ? [] : [[key, sharesOf(values, classes, read.mask(mask))]];
    }),
  );
}

function grids({ grids: wanted }: Wanted, read: Reader): Record<string, Grid> {
  return Object.fromEntries(
    wanted.flatMap(({ key, mask, rows, columns, rowEdges, columnEdges, missing }) => {
      const [down, across] = [read.column(rows), read.column(columns)];
      if (down === undefined || across === undefined) return [];
      const grid = gridOf({ column: down, edges: rowEdges }, { column: across, edges: columnEdges }, read.mask(mask), missing);
      return grid === undefined ? [] : [[key, grid]];
    }),
  );
}
