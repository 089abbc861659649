// Every measure has to be a number, and so has the column that orders the clusters.
import { type Checked, type Compiled, gather, invariant, type NodeContext } from '@tierflow/compiler';
import type { ClusterConfig, MeasureConfig } from './config.ts';

const numbers = { types: ['number'] } as const;

export function checkCluster(context: NodeContext<ClusterConfig>): Checked {
  const { config, value } = context;
  const measures = config.fields.map((measure, at) => measureValue(measure, at, context));
  return gather(config.orderBy === undefined ? measures : [...measures, value(config.orderBy, 'orderBy', numbers)]);
}

/** A measure as it comes. */
export function measureValue(measure: MeasureConfig, at: number, { value }: NodeContext<ClusterConfig>): Compiled {
  if (measure.field !== undefined) return value(measure.field, `fields.${at}.field`, numbers);
  return value({ expr: invariant(measure.expr, 'a measure is a column or a formula') }, `fields.${at}`, numbers);
}
