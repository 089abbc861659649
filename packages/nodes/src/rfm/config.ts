// Settings of an RFM node: where recency, frequency and amount come from, how they become scores, and the groups.
import { conditionSchema, valueSchema } from '@tierflow/compiler';
import { titleSchema } from '@tierflow/flow';
import { z } from 'zod';
import { refuseTwice } from '../names.ts';
import type { Bins } from './groups/rule.ts';

const range = z.tuple([z.int().min(1).max(20), z.int().min(1).max(20)]);

const rule = z.strictObject({
  id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u),
  title: titleSchema.optional(),
  R: range.optional(),
  F: range.optional(),
  M: range.optional(),
});

const cuts = z.array(z.number()).min(1).max(19);

export const rfmConfig = z
  .strictObject({
    /** Collection of purchases. Without it recency, frequency and amount are columns. */
    from: z.string().min(1).max(200).optional(),
    /** From purchases: the date field of a line if not the collection's own. From columns: days, or the day of the last purchase. */
    recency: z.strictObject({ field: z.string().min(1).max(200).optional() }).prefault({}),
    /** From purchases: lines (`events`; with `field` its distinct values) or purchase days. From columns: the column. */
    frequency: z
      .strictObject({ count: z.enum(['events', 'days']).default('events'), field: z.string().min(1).max(200).optional() })
      .prefault({}),
    /** From purchases: a value per line, added or averaged. From columns: the column, under `field` or `value`. */
    monetary: z.union([
      z.strictObject({ fn: z.enum(['sum', 'mean']).default('sum'), value: valueSchema }),
      z.strictObject({ field: z.string().min(1).max(200) }),
    ]),
    /** Which lines are purchases. */
    where: conditionSchema.optional(),
    /** Only purchases of the last so many days, the as-of day included. */
    window: z.int().min(1).max(100_000).optional(),
    method: z.enum(['quantiles', 'linear', 'fixed', 'meanSplit']).default('quantiles'),
    /** A value equal to a cut belongs to the lower bin (`right`) or the higher one (`left`). */
    closed: z.enum(['right', 'left']).default('right'),
    bins: z.int().min(2).max(10).default(5),
    /** For `fixed`: ascending cut points; recency in days. */
    cuts: z.strictObject({ R: cuts, F: cuts, M: cuts }).optional(),
    groups: z.union([z.enum(['eight', 'ten', 'four']), z.array(rule).min(1).max(200)]).optional(),
    /** Name of the people that no rule of an own table takes. */
    otherwise: titleSchema.optional(),
    /** Prefix of the column names. */
    as: z.string().max(50).optional(),
  })
  .superRefine((config, context) => {
    const issue = (code: string, path: PropertyKey[], params: Record<string, unknown> = {}): void =>
      context.addIssue({ code: 'custom', path, params: { code, ...params } });
    if (config.method === 'fixed' && config.cuts === undefined) issue('rfm.no-cuts', ['cuts']);
    for (const dimension of ['R', 'F', 'M'] as const) {
      const lines = config.cuts?.[dimension] ?? [];
      if (lines.some((line, at) => at > 0 && line <= (lines[at - 1] ?? line))) issue('rfm.cuts-not-rising', ['cuts', dimension]);
    }
    if (config.from === undefined) {
      if (config.recency.field === undefined) issue('rfm.no-column', ['recency', 'field']);
      if (config.frequency.field === undefined) issue('rfm.no-column', ['frequency', 'field']);
      if (config.where !== undefined) issue('rfm.needs-purchases', ['where']);
      if (config.window !== undefined) issue('rfm.needs-purchases', ['window']);
    }
    checkGroups(config, issue);
    if (Array.isArray(config.groups))
      refuseTwice(
        config.groups.map((group) => group.id),
        'groups',
        'id',
        context,
      );
  });

export type RfmConfig = z.infer<typeof rfmConfig>;

type Issue = (code: string, path: PropertyKey[], params?: Record<string, unknown>) => void;

function checkGroups(config: Pick<RfmConfig, 'groups' | 'method' | 'bins' | 'cuts'>, issue: Issue): void {
  const bins = binsOf(config);
  if (config.groups === 'ten' && (bins.R !== 5 || bins.F !== 5)) issue('rfm.ten-needs-five', ['groups']);
  if (!Array.isArray(config.groups)) return;
  config.groups.forEach((group, at) => {
    if (group.id === otherGroup) issue('config.reserved-name', ['groups', at, 'id'], { name: group.id });
    for (const dimension of ['R', 'F', 'M'] as const) {
      const [low, high] = group[dimension] ?? [1, 1];
      if (low > high || high > bins[dimension])
        issue('rfm.range-outside', ['groups', at, dimension], { low, high, dimension, bins: bins[dimension] });
    }
  });
}

/** Value of the group column for people whom no rule takes. */
export const otherGroup = 'others';

/** Scores per dimension: 1…k, k best. */
export function binsOf(config: Pick<RfmConfig, 'method' | 'bins' | 'cuts'>): Bins {
  if (config.method === 'meanSplit') return { R: 2, F: 2, M: 2 };
  if (config.method !== 'fixed') return { R: config.bins, F: config.bins, M: config.bins };
  return { R: (config.cuts?.R.length ?? 0) + 1, F: (config.cuts?.F.length ?? 0) + 1, M: (config.cuts?.M.length ?? 0) + 1 };
}
