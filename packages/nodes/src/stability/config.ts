// Settings of a stability node: which tier is held, by which rules, and the tiers that somebody decided.
import { z } from 'zod';
import { columnName, refuseTwice } from '../names.ts';

const name = z.string().min(1).max(200);

/** Of the score that the tiers go by. */
const margin = z.number().gt(0).max(1_000_000_000);

const days = z.int().min(1).max(3660);

export const stabilityConfig = z
  .strictObject({
    /** Tier column of a tiers node above. */
    of: name,
    /** `keep`: how far the score may fall below the line of a tier before it is lost; `rise`: how far above the line of a better one it has to be. */
    margin: z.strictObject({ keep: margin.optional(), rise: margin.optional() }).optional(),
    /** No change in the first days after a tier was given; upgrades may be free of it. */
    stay: z.strictObject({ days, upgrades: z.enum(['wait', 'free']).default('wait') }).optional(),
    /** No downgrade in the first days after a tier was given. */
    grace: z.strictObject({ days }).optional(),
    /** A downgrade goes one tier at a time, and no second one on the same day. */
    oneStep: z.boolean().default(false),
    /** Who has no score any more: loses the tier, or keeps it. */
    missing: z.enum(['unassigned', 'keep']).default('unassigned'),
    /** Tiers that somebody decided, by key; the last day belongs to it. */
    overrides: z
      .array(z.strictObject({ key: name, tier: name, until: z.iso.date() }))
      .max(1000)
      .optional(),
    /** The same, out of columns. Entries of the list above come first. */
    overrideBy: z.strictObject({ tier: name, until: name }).optional(),
    /** Name of the tier column; the others' names begin with it. */
    as: columnName.default('stableTier'),
  })
  .superRefine(({ overrides = [] }, context) => {
    refuseTwice(
      overrides.map(({ key }) => key),
      'overrides',
      'key',
      context,
    );
  });

export type StabilityConfig = z.infer<typeof stabilityConfig>;
