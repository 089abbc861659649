// Each feature is one column over the lines up to the as-of day.
import {
  asOf,
  type CollectionInfo,
  call,
  exprOf,
  invariant,
  type Lowered,
  lineDay,
  line as lineOf,
  linesWhere,
  type MadeColumn,
  type NodeContext,
} from '@tierflow/compiler';
import type { Aggregate } from '@tierflow/definition';
import { type AggregateConfig, type FeatureConfig, isDaysSince } from './config.ts';

export function lowerAggregate(context: NodeContext<AggregateConfig>): Lowered {
  const collection = invariant(context.collection(context.config.from, 'from').collection, 'the collection is there');
  return {
    columns: context.config.features.map((feature, at) => lowerFeature(feature, `features.${at}`, collection, context)),
    ports: [{ id: 'out' }],
  };
}

function lowerFeature(feature: FeatureConfig, path: string, collection: CollectionInfo, context: NodeContext<AggregateConfig>): MadeColumn {
  const { name, fn } = feature;
  const made = { id: name, name, type: 'number' } as const;
  if (isDaysSince(fn)) {
    // The date field asked for also says which lines are past.
    const dated = typeof feature.value === 'string' ? { ...collection, time: feature.value } : collection;
    const day = invariant(lineDay(dated), 'days since needs a day');
    const edge: Aggregate = { ...seenLines(feature, path, dated, context), fn: fn === 'daysSinceLast' ? 'max' : 'min', value: day };
    return { ...made, decimals: 0, expr: call('daysBetween', edge, asOf) };
  }
  const seen = seenLines(feature, path, collection, context);
  const found = feature.value === undefined ? undefined : context.value(feature.value, `${path}.value`, { line: collection });
  const value = found === undefined ? {} : { value: exprOf(found) };
  const by = (fn === 'first' || fn === 'last') && collection.time !== undefined ? { by: lineOf(collection.time) } : {};
  const expr: Aggregate = { ...seen, fn, ...value, ...by };
  if (fn === 'count' || fn === 'distinct') return { ...made, decimals: 0, expr };
  if (fn === 'sum' || fn === 'mean')
    return { ...made, ...(fn === 'mean' || found?.decimals === undefined ? {} : { decimals: found.decimals }), expr };
  return {
    ...made,
    type: invariant(found?.type, 'a value has a type'),
    ...(found?.decimals === undefined ? {} : { decimals: found.decimals }),
    expr,
  };
}

function seenLines(
  feature: FeatureConfig,
  path: string,
  collection: CollectionInfo,
  { condition }: NodeContext<AggregateConfig>,
): Pick<Aggregate, 'op' | 'from' | 'where'> {
  const limits = {
    ...(feature.where === undefined ? {} : { condition: exprOf(condition(feature.where, `${path}.where`, collection)) }),
    ...(feature.window === undefined ? {} : { window: feature.window }),
  };
  return { op: 'aggregate', from: collection.name, ...linesWhere(collection, limits) };
}
