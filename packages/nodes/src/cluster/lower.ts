// Measures on one scale, the number of the nearest centroid, and its name. Means, deviations and centroids are frozen
// parameters, so that one record is put where the population was.
import { allOf, call, exprOf, type Lowered, literal, type MadeColumn, type MadeParameter, type NodeContext } from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import { measureValue } from './check.ts';
import { type ClusterConfig, labelsOf } from './config.ts';

type Context = NodeContext<ClusterConfig>;

export function lowerCluster(context: Context): Lowered {
  const { config, own, value, parameter } = context;
  const measures = config.fields.map((_, at) => measured(at, context));
  const scaled = measures.map(({ scaled: expr }) => expr);
  const order = config.orderBy === undefined ? own('x1') : exprOf(value(config.orderBy, 'orderBy', { types: ['number'] }));
  const centroids: MadeParameter = {
    id: 'centroids',
    value: null,
    fit: {
      estimator: 'kMeans',
      of: [...scaled, order],
      where: 'complete',
      options: { k: config.k, seed: config.seed, order: config.order },
    },
  };
  return {
    columns: [
      ...measures.flatMap(({ filled }) => filled),
      { id: 'complete', type: 'boolean', mask: true, expr: allOf(config.fields.map((_, at) => call('exists', own(`x${at + 1}`)))) },
      ...measures.flatMap(({ column }) => column),
      {
        id: 'number',
        name: `${config.as}Number`,
        title: titles.number,
        type: 'number',
        decimals: 0,
        expr: call('nearest', parameter('centroids'), ...scaled),
      },
      labelColumn(context),
      {
        id: 'margin',
        name: `${config.as}Margin`,
        title: titles.margin,
        type: 'number',
        expr: call('nearestMargin', parameter('centroids'), ...scaled),
      },
    ],
    parameters: [...measures.flatMap(({ parameters }) => parameters), centroids],
    ports: [{ id: 'out' }],
    unknown: call('isMissing', own('number')),
  };
}

const titles = {
  label: { en: 'Cluster', 'zh-CN': '分群' },
  number: { en: 'Cluster number', 'zh-CN': '分群编号' },
  margin: { en: 'Cluster clarity', 'zh-CN': '归属明确度' },
};

interface Measured {
  /** The measure with what stands in for a missing one. */
  readonly filled: readonly MadeColumn[];
  /** The column on its scale, where it is another. */
  readonly column: readonly MadeColumn[];
  readonly scaled: Expr;
  readonly parameters: readonly MadeParameter[];
}

function measured(at: number, context: Context): Measured {
  const { config, own, parameter } = context;
  const n = at + 1;
  const raw = exprOf(measureValue(config.fields[at] ?? {}, at, context));
  const fit = (id: string, estimator: string, of: Expr, where: object): MadeParameter => ({
    id: `${id}${n}`,
    value: null,
    fit: { estimator, of: [of], options: {}, ...where },
  });
  const median = config.missing === 'median' ? [fit('median', 'median', own(`raw${n}`), {})] : [];
  const stand = {
    missing: raw,
    zero: call('coalesce', raw, literal(0)),
    median: call('coalesce', own(`raw${n}`), parameter(`median${n}`)),
  };
  const filled: readonly MadeColumn[] = [
    ...(config.missing === 'median' ? [{ id: `raw${n}`, type: 'number', expr: raw } as const] : []),
    { id: `x${n}`, type: 'number', expr: stand[config.missing] },
  ];
  if (config.scale === 'none') return { filled, column: [], scaled: own(`x${n}`), parameters: median };
  const complete = { where: 'complete' };
  return {
    filled,
    column: [{ id: `z${n}`, type: 'number', expr: call('zscore', own(`x${n}`), parameter(`mean${n}`), parameter(`sd${n}`)) }],
    scaled: own(`z${n}`),
    parameters: [...median, fit('mean', 'mean', own(`x${n}`), complete), fit('sd', 'sd', own(`x${n}`), complete)],
  };
}

function labelColumn({ config, own }: Context): MadeColumn {
  const values = labelsOf(config);
  const pairs = values.flatMap(({ value }, at) => [call('eq', own('number'), literal(at + 1)), literal(value)]);
  return { id: 'label', name: config.as, title: titles.label, type: 'string', answers: true, values, expr: call('case', ...pairs) };
}
