// Settings of a cluster node: the measures people are compared by, how many clusters, and what they are called.
import type { LabelValue } from '@tierflow/compiler';
import { localText, titleSchema } from '@tierflow/flow';
import { z } from 'zod';
import { columnName, refuseTwice } from '../names.ts';

const measure = z.strictObject({
  /** A number column … */
  field: z.string().min(1).max(200).optional(),
  /** … or a formula. */
  expr: z.string().min(1).max(10_000).optional(),
  title: titleSchema.optional(),
});

export type MeasureConfig = z.infer<typeof measure>;

const label = z.strictObject({
  /** Value of the column; `cluster-1`, `cluster-2` … if not given. Renaming changes the title, never this. */
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u)
    .optional(),
  title: titleSchema.optional(),
});

export const clusterConfig = z
  .strictObject({
    fields: z.array(measure).min(1).max(20),
    /** How many clusters. */
    k: z.int().min(1).max(30).default(4),
    /** Another seed draws other starts. */
    seed: z.int().min(0).max(2_147_483_647).default(1),
    /** `standard`: every measure counts the same, in standard deviations from its mean. `none`: as it is. */
    scale: z.enum(['standard', 'none']).default('standard'),
    /** A number column by whose mean clusters are numbered; the first measure if not given. */
    orderBy: z.string().min(1).max(200).optional(),
    /** `falling`: cluster 1 has the highest mean. */
    order: z.enum(['falling', 'rising']).default('falling'),
    /** Names in the order of the numbers; clusters without one are numbered, names without a cluster wait for more clusters. */
    labels: z.array(label).max(30).default([]),
    /** Whoever lacks a measure: in no cluster, or as if it were 0 or the median of the fit. */
    missing: z.enum(['missing', 'zero', 'median']).default('missing'),
    /** Name of the cluster column; number and margin are named after it. */
    as: columnName.default('cluster'),
  })
  .superRefine((config, context) => {
    const issue = (code: string, path: PropertyKey[], params: Record<string, unknown> = {}): void =>
      context.addIssue({ code: 'custom', path, params: { code, ...params } });
    config.fields.forEach(({ field, expr }, at) => {
      if ((field === undefined) === (expr === undefined)) issue('cluster.field-or-formula', ['fields', at, 'field']);
      if (field !== undefined && config.fields.findIndex((one) => one.field === field) < at)
        issue('cluster.same-measure', ['fields', at, 'field'], { name: field });
    });
    refuseTwice(
      labelsOf(config).map(({ value }) => value),
      'labels',
      'id',
      context,
    );
  });

export type ClusterConfig = z.infer<typeof clusterConfig>;

/** Value and title of every cluster, in the order of the numbers. */
export function labelsOf({ k, labels }: Pick<ClusterConfig, 'k' | 'labels'>): readonly Required<LabelValue>[] {
  return Array.from({ length: k }, (_, at) => {
    const { id, title = '' } = labels[at] ?? {};
    const named = localText(title);
    const numbered = { en: `Cluster ${at + 1}`, 'zh-CN': `分群 ${at + 1}` };
    return { value: id ?? `cluster-${at + 1}`, title: named.en === '' ? numbered : named };
  });
}
