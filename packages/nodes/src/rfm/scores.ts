// From a measure to a score 1…k: the cuts as constants or parameters, and the score that reads them.
import { call, list, literal, type MadeParameter, type NodeContext } from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import { binsOf, type RfmConfig } from './config.ts';

export type Dimension = 'R' | 'F' | 'M';

export interface Scored {
  readonly parameter?: MadeParameter;
  /** 1…k, k best. */
  readonly score: Expr;
}

/** Score of a dimension over its measure; the fit sees the people of the mask `purchased`. */
export function scored(dimension: Dimension, measure: Expr, { config, parameter }: NodeContext<RfmConfig>): Scored {
  const k = binsOf(config)[dimension];
  // Few days since the last purchase are good: R turns the bins round.
  const directed = (bin: Expr): Expr => (dimension === 'R' ? call('sub', literal(k + 1), bin) : bin);
  const id = `cuts${dimension}`;
  const fit = (estimator: string, options: NonNullable<MadeParameter['fit']>['options']): MadeParameter => ({
    id,
    value: null,
    fit: { estimator, of: [measure], where: 'purchased', options },
  });
  const bin = config.closed === 'right' ? 'bin' : 'binLeft';
  switch (config.method) {
    case 'fixed':
      return { score: directed(call(bin, measure, list(config.cuts?.[dimension] ?? []))) };
    case 'quantiles':
    case 'linear': {
      const rule = config.method === 'quantiles' ? 'inverse' : 'linear';
      return { parameter: fit('quantileCuts', { bins: config.bins, rule }), score: directed(call(bin, measure, parameter(id))) };
    }
    case 'meanSplit': {
      const above = call(config.closed === 'right' ? 'gt' : 'ge', measure, parameter(id));
      return { parameter: fit('mean', {}), score: directed(call('if', above, literal(2), literal(1))) };
    }
  }
}
