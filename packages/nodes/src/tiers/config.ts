// Settings of a tiers node: bands typed as scores, or shares or numbers of people, best first.
import { type Title, titleSchema } from '@tierflow/flow';
import { z } from 'zod';
import { columnName, portId, refuseTwice } from '../names.ts';

const band = z.strictObject({
  id: portId('unassigned'),
  title: titleSchema.optional(),
  /** Lowest score of the tier, inclusive. `null` on the last tier: everybody below who has a score. */
  from: z.number().nullable(),
});

const share = z.strictObject({
  id: portId('unassigned'),
  title: titleSchema.optional(),
  /** Part of the people with a score, 0.1 for the best tenth. */
  share: z.number().gt(0).max(1),
});

const count = z.strictObject({
  id: portId('unassigned'),
  title: titleSchema.optional(),
  /** How many people, 500 for the best five hundred. */
  count: z.int().min(1).max(1_000_000_000),
});

/** What can make a tier; a config has exactly one of them. */
const rules = ['bands', 'topShare', 'topCount'] as const;

export const tiersConfig = z
  .strictObject({
    /** Score column. */
    on: z.string().min(1).max(200),
    /** Best first. */
    bands: z.array(band).min(1).max(50).optional(),
    /** Best first. */
    topShare: z.array(share).min(1).max(50).optional(),
    /** Best first; whoever has a score and comes after them is unassigned. */
    topCount: z.array(count).min(1).max(50).optional(),
    unassigned: z.strictObject({ title: titleSchema.optional() }).optional(),
    /** Name of a text column that carries the tier's id to nodes below. */
    as: columnName.optional(),
  })
  .superRefine((config, context) => {
    const list = tiersOf(config);
    const [path = 'bands', second] = rules.filter((rule) => config[rule] !== undefined);
    if (second !== undefined) context.addIssue({ code: 'custom', path: [second], params: { code: 'tiers.two-rules' } });
    if (list.length === 0) context.addIssue({ code: 'custom', path: ['bands'], params: { code: 'tiers.no-bands' } });
    refuseTwice(
      list.map((entry) => entry.id),
      path,
      'id',
      context,
    );
    config.bands?.forEach((entry, at, all) => {
      const above = at === 0 ? undefined : all[at - 1];
      if (entry.from === null && at < all.length - 1)
        context.addIssue({ code: 'custom', path: ['bands', at, 'from'], params: { code: 'tiers.null-not-last' } });
      if (entry.from !== null && above !== undefined && above.from !== null && entry.from >= above.from) {
        const params = { code: 'tiers.not-falling', from: entry.from, above: above.from };
        context.addIssue({ code: 'custom', path: ['bands', at, 'from'], params });
      }
    });
    if (config.topShare !== undefined && sumOfShares(config.topShare) > 1_000_000_000n) {
      context.addIssue({ code: 'custom', path: ['topShare'], params: { code: 'tiers.shares-above-one' } });
    }
  });

export type TiersConfig = z.infer<typeof tiersConfig>;

/** Shares added exactly, in parts of a milliard. */
export function sumOfShares(shares: readonly { readonly share: number }[]): bigint {
  return shares.reduce((sum, { share: part }) => sum + BigInt(Math.round(part * 1_000_000_000)), 0n);
}

interface TierEntry {
  readonly id: string;
  readonly title?: Title | undefined;
}

/** Tiers as listed, best first, whichever rule makes them. */
export function tiersOf({ bands, topShare, topCount }: Pick<TiersConfig, (typeof rules)[number]>): readonly TierEntry[] {
  return bands ?? topShare ?? topCount ?? [];
}
