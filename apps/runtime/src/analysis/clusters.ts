// The clusters of a node: what those of its fit are like, and what another number of them would give.
import type { Clusters, ClustersRequest, ClusterTrialAnswer, ClusterTrialRequest } from '@tierflow/api';
import type { Definition, Parameter } from '@tierflow/definition';
import { type ColumnData, sweep } from '@tierflow/evaluator';
import { type ClusterProfile, describeClusters, keyOrder, tryClusters } from '@tierflow/fitting';
import type { Flow } from '@tierflow/flow';
import type { DataRef } from './protocol.ts';
import { Refused } from './refused.ts';
import type { Workbench } from './workbench.ts';

interface Job<R> {
  readonly flow: Flow;
  readonly data: DataRef;
  readonly request: R;
  readonly pause: () => Promise<boolean>;
}

export async function clustersOf(bench: Workbench, job: Job<ClustersRequest>): Promise<Clusters> {
  const { people, fit, asOf, order } = await clusteredPeople(bench, job);
  const { value } = fit.parameter;
  const described = describeClusters(
    { columns: people.columns, measures: people.measures, rows: people.rows, centroids: Array.isArray(value) ? value : [], seed: fit.seed },
    { keyOrder: order },
  );
  return {
    asOf,
    generation: job.data.generation,
    people: described.people,
    means: described.means.map(present),
    clusters: described.clusters.map(({ n, means, deviations }: ClusterProfile) => ({
      n,
      means: means.map(present),
      deviations: deviations.map(present),
    })),
    map: {
      shares: [...described.map.shares],
      axes: described.map.axes.map((axis) => [...axis]),
      points: described.map.points.map(({ x, y, cluster }) => ({ x, y, cluster: cluster + 1 })),
    },
  };
}

export async function tryClustersOf(bench: Workbench, job: Job<ClusterTrialRequest>): Promise<ClusterTrialAnswer> {
  const { k } = job.request;
  const { people, fit, order } = await clusteredPeople(bench, job);
  const around = { keyOrder: order, pause: job.pause };
  const trial = await tryClusters(people.columns, people.rows, { k, seed: fit.seed }, around);
  if (trial === undefined) return { k, clusters: 0, people: 0, sample: 0, unexplained: 0, silhouette: null, silhouetteSample: 0 };
  return { k, ...trial, silhouette: trial.silhouette ?? null };
}

interface ClusterFit {
  readonly parameter: Parameter;
  readonly seed: number;
  /** Columns that distances are measured on. */
  readonly columns: readonly string[];
  /** The same as people read them: before they were put on one scale. */
  readonly measures: readonly string[];
  readonly mask: string | undefined;
}

/** Everybody a clustering sees. */
async function clusteredPeople(bench: Workbench, { flow, data, request, pause }: Job<ClustersRequest>) {
  const asOf = request.asOf ?? data.asOf;
  const { fitted, bench: on } = await bench.readyOn(flow, data, { asOf, pause });
  const fit = fitted === undefined ? undefined : clusterFit(fitted, request.node);
  if (fitted === undefined || fit === undefined) throw new Refused('node.unknown', { node: request.node, port: 'out' });
  const ids = [...new Set([...fit.columns, ...fit.measures, ...(fit.mask === undefined ? [] : [fit.mask])])];
  const { columns } = await sweep(fitted, on.table, { asOf, counts: [], columns: ids, cache: on.cache, pause });
  const mask = fit.mask === undefined ? undefined : columns[fit.mask];
  const people = {
    columns: fit.columns.map((id) => columns[id] as ColumnData),
    measures: fit.measures.map((id) => columns[id] as ColumnData),
    rows: mask?.type === 'boolean' ? mask.values : undefined,
  };
  return { people, fit, asOf, order: () => keyOrder(on.table.key) };
}

/** The clustering of a node, read off its definition. */
function clusterFit({ parameters, columns }: Definition, node: string): ClusterFit | undefined {
  const parameter = parameters.find((one) => one.node === node && one.fit?.estimator === 'kMeans');
  if (parameter?.fit === undefined) return undefined;
  const { of, where, options } = parameter.fit;
  // The last column only orders the clusters.
  const scaled = of.slice(0, -1);
  const measures = scaled.map((id) => {
    const expr = columns.find((column) => column.id === id)?.expr;
    const [from] = expr?.op === 'call' && expr.fn === 'zscore' ? expr.args : [];
    return from?.op === 'column' ? from.id : id;
  });
  return { parameter, seed: Number(options['seed']), columns: scaled, measures, mask: where };
}

function present(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
