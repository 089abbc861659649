// Settings of a stability node: which tier is held, by which rules, and the tiers that somebody decided.
import { z } from 'zod';
import { columnName, refuseTwice } from '../names.ts';

const name = z.string().min(1).max(200);

/** Of the score that the tiers go by. */
const margin = z.number().min(0).max(1_000_000_000);

const days = z.int().min(1).max(3660);

export const stabilityConfig = z
  .strictObject({
    /** Tier column of a tiers node above. */
    of: name,
    /** `keep`: how far the score may fall below the line of a tier before it is lost; `rise`: how far above the line of a better one it has to be. */
    margin: z.strictObject({ keep: margin.optional(), rise: margin.optional() }).optional(),
    /** No change in the first days after a tier was given; upgrades may be free of it. */
    stay: z.strictObject({ days: days.optional(), upgrades: z.enum(['wait', 'free']).default('wait') }).optional(),
    /** No downgrade in the first days after a tier was given. */
    grace: z.strictObject({ days: days.optional() }).optional(),
    /** A downgrade goes one tier at a time, and no second one on the same day. */
    oneStep: z.boolean().default(false),
    /** Who has no score any more: loses the tier, or keeps it. */
    missing: z.enum(['unassigned', 'keep']).default('unassigned'),
    /** Tiers that somebody decided, by key; the last day belongs to it. An entry without key or day waits to be finished. */
    overrides: z
      .array(z.strictObject({ key: z.string().max(200), tier: z.string().max(200), until: z.union([z.iso.date(), z.literal('')]) }))
      .max(1000)
      .optional(),
    /** The same, out of columns. Entries of the list above come first. */
    overrideBy: z.strictObject({ tier: name.optional(), until: name.optional() }).optional(),
    /** Name of the tier column; the others' names begin with it. */
    as: columnName.default('stableTier'),
  })
  .superRefine(({ overrides = [] }, context) => {
    refuseTwice(
      overrides.map(({ key }, at) => (key === '' ? `#${at}` : key)),
      'overrides',
      'key',
      context,
    );
  });

export type StabilityConfig = z.infer<typeof stabilityConfig>;

/** Rules as far as they say something. */
export interface HoldRules {
  readonly stay?: { readonly days: number; readonly upgrades: 'wait' | 'free' };
  readonly grace?: { readonly days: number };
  readonly overrides: NonNullable<StabilityConfig['overrides']>;
  readonly overrideBy?: { readonly tier: string; readonly until: string };
}

/** What is half set, as forms leave it behind, holds nobody. */
export function holdRules({ stay, grace, overrides = [], overrideBy }: StabilityConfig): HoldRules {
  const { tier, until } = overrideBy ?? {};
  return {
    ...(stay?.days === undefined ? {} : { stay: { days: stay.days, upgrades: stay.upgrades } }),
    ...(grace?.days === undefined ? {} : { grace: { days: grace.days } }),
    overrides: overrides.filter(({ key, until: day }) => key !== '' && day !== ''),
    ...(tier === undefined || until === undefined ? {} : { overrideBy: { tier, until } }),
  };
}
