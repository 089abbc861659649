// Settings of a scorecard: weighted parts, each brought to a scale, and what a missing part does.
import { titleSchema } from '@tierflow/flow';
import { z } from 'zod';
import { columnName } from '../names.ts';

const band = z.strictObject({
  /** Lowest value of the band, inclusive. `null`: everything below the others. */
  from: z.number().nullable(),
  points: z.number(),
});

const part = z.strictObject({
  /** A number column … */
  field: z.string().min(1).max(200).optional(),
  /** … or a formula. */
  expr: z.string().min(1).max(10_000).optional(),
  title: titleSchema.optional(),
  weight: z.number(),
  scale: z.enum(['none', 'minmax', 'z', 'percentile', 'bands']).default('none'),
  /** Which end is good; turns minmax, z and percentile round. */
  better: z.enum(['higher', 'lower']).default('higher'),
  bands: z.array(band).min(1).max(100).optional(),
});

export type PartConfig = z.infer<typeof part>;

export const scorecardConfig = z
  .strictObject({
    parts: z.array(part).min(1).max(100),
    missing: z.enum(['missing', 'zero', 'median', 'reweigh']).default('missing'),
    /** Lowest and highest possible score are moved to these two numbers. */
    range: z.tuple([z.number(), z.number()]).optional(),
    as: columnName.default('score'),
  })
  .superRefine((config, context) => {
    config.parts.forEach((one, at) => {
      const issue = (code: string, field: string): void =>
        context.addIssue({ code: 'custom', path: ['parts', at, field], params: { code } });
      if ((one.field === undefined) === (one.expr === undefined)) issue('scorecard.field-or-formula', 'field');
      if (one.scale === 'bands' && one.bands === undefined) issue('scorecard.no-bands', 'bands');
      if (one.better === 'lower' && !turns(one.scale)) issue('scorecard.lower-needs-scale', 'better');
      const froms = (one.bands ?? []).map((entry) => entry.from);
      if (new Set(froms).size < froms.length) issue('scorecard.same-from', 'bands');
      if (config.range !== undefined && (one.scale === 'none' || one.scale === 'z')) issue('scorecard.range-needs-bounds', 'scale');
    });
    const [low, high] = config.range ?? [0, 1];
    if (low >= high) context.addIssue({ code: 'custom', path: ['range'], params: { code: 'scorecard.range-not-rising' } });
    if (config.range !== undefined && possible(config.parts).every(([least, most]) => least === most)) {
      context.addIssue({ code: 'custom', path: ['range'], params: { code: 'scorecard.range-empty' } });
    }
  });

export type ScorecardConfig = z.infer<typeof scorecardConfig>;

function turns(scale: PartConfig['scale']): boolean {
  return scale === 'minmax' || scale === 'z' || scale === 'percentile';
}

/** Least and most each part can bring before its weight; only where the scale has ends. */
export function possible(parts: readonly PartConfig[]): readonly (readonly [number, number])[] {
  return parts.map((one) => {
    if (one.scale !== 'bands') return [0, 1];
    const points = pointsOf(one).points;
    return [Math.min(...points), Math.max(...points)];
  });
}

/** Bands as `step` reads them: ascending edges, and one point more than edges. Below the lowest edge there are 0 points. */
export function pointsOf(one: Pick<PartConfig, 'bands'>): { readonly edges: readonly number[]; readonly points: readonly number[] } {
  const below = one.bands?.find((entry) => entry.from === null)?.points ?? 0;
  const rising = (one.bands ?? [])
    .flatMap(({ from, points }) => (from === null ? [] : [{ from, points }]))
    .toSorted((a, b) => a.from - b.from);
  return { edges: rising.map((entry) => entry.from), points: [below, ...rising.map((entry) => entry.points)] };
}
