// The collection, its time where one is needed, and every feature's value and condition.
import { type Checked, type CollectionInfo, type Compiled, gather, type NodeContext, type ValueOptions } from '@tierflow/compiler';
import type { Diagnostic, ValueType } from '@tierflow/definition';
import { type AggregateConfig, type FeatureConfig, type FeatureName, isDaysSince } from './config.ts';

const numbers: readonly ValueType[] = ['number'];
const ordered: readonly ValueType[] = ['number', 'date', 'datetime'];
const days: readonly ValueType[] = ['date', 'datetime'];

/** Types a function takes; others take any. */
const types: { readonly [fn in FeatureName]?: readonly ValueType[] } = {
  sum: numbers,
  mean: numbers,
  min: ordered,
  max: ordered,
  daysSinceLast: days,
  daysSinceFirst: days,
};

export function checkAggregate(context: NodeContext<AggregateConfig>): Checked {
  const { config } = context;
  const { collection, diagnostics } = context.collection(config.from, 'from');
  if (collection === undefined) return { diagnostics, reads: [] };
  const parts = config.features.flatMap((feature, at) => featureParts(feature, `features.${at}`, collection, context));
  return gather(
    parts,
    config.features.flatMap((feature, at) => timeRemarks(feature, `features.${at}`, collection, context)),
  );
}

function featureParts(
  feature: FeatureConfig,
  path: string,
  line: CollectionInfo,
  { value, condition }: NodeContext<AggregateConfig>,
): readonly Compiled[] {
  const wanted = types[feature.fn];
  const options: ValueOptions = { line, ...(wanted === undefined ? {} : { types: wanted }) };
  return [
    ...(feature.value === undefined ? [] : [value(feature.value, `${path}.value`, options)]),
    ...(feature.where === undefined ? [] : [condition(feature.where, `${path}.where`, line)]),
  ];
}

/** What only makes sense for lines with a time. */
function timeRemarks(
  feature: FeatureConfig,
  path: string,
  line: CollectionInfo,
  { report }: NodeContext<AggregateConfig>,
): readonly Diagnostic[] {
  if (line.time !== undefined) return [];
  const dated = isDaysSince(feature.fn) && feature.value !== undefined;
  const remarks: Diagnostic[] = [];
  if (feature.window !== undefined && !dated) remarks.push(report('collection.no-time', `${path}.window`, { name: line.name }));
  if (feature.fn === 'first' || feature.fn === 'last' || (isDaysSince(feature.fn) && !dated)) {
    remarks.push(report('collection.no-time', `${path}.fn`, { name: line.name }));
  }
  return remarks;
}
