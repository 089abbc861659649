// Settings of an aggregate node: features over the lines of a collection.
import { conditionSchema, valueSchema } from '@tierflow/compiler';
import { z } from 'zod';
import { columnName, refuseTwice } from '../names.ts';

/** Functions by name: whether they need a value per line. */
export const features = {
  count: 'optional',
  sum: 'needed',
  mean: 'needed',
  min: 'needed',
  max: 'needed',
  first: 'needed',
  last: 'needed',
  distinct: 'needed',
  daysSinceLast: 'optional',
  daysSinceFirst: 'optional',
} as const;

export type FeatureName = keyof typeof features;

const feature = z.strictObject({
  name: columnName,
  fn: z.enum(Object.keys(features) as [FeatureName, ...FeatureName[]]),
  /** Field of a line or a formula over it. For days since: another date field than the collection's own. */
  value: valueSchema.optional(),
  where: conditionSchema.optional(),
  /** Only lines of the last so many days, the as-of day included. */
  window: z.int().min(1).max(100_000).optional(),
});

export type FeatureConfig = z.infer<typeof feature>;

export const aggregateConfig = z
  .strictObject({ from: z.string().min(1).max(200), features: z.array(feature).min(1).max(200) })
  .superRefine((config, context) => {
    refuseTwice(
      config.features.map((one) => one.name),
      'features',
      'name',
      context,
    );
    config.features.forEach((one, at) => {
      const path = ['features', at, 'value'];
      if (features[one.fn] === 'needed' && one.value === undefined)
        context.addIssue({ code: 'custom', path, params: { code: 'aggregate.no-value', fn: one.fn } });
      if (isDaysSince(one.fn) && one.value !== undefined && typeof one.value !== 'string')
        context.addIssue({ code: 'custom', path, params: { code: 'aggregate.field-needed' } });
    });
  });

export type AggregateConfig = z.infer<typeof aggregateConfig>;

export function isDaysSince(fn: FeatureName): fn is 'daysSinceLast' | 'daysSinceFirst' {
  return fn === 'daysSinceLast' || fn === 'daysSinceFirst';
}
