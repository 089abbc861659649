// Settings of a split: groups with their shares, and the salt that makes the draw.
import { decimalOf, percentText, unitsAt } from '@tierflow/compiler';
import { titleSchema } from '@tierflow/flow';
import { z } from 'zod';
import { columnName, portId, refuseTwice } from '../names.ts';

const group = z.strictObject({
  id: portId('rest'),
  title: titleSchema.optional(),
  /** Part of the people, 0.1 for a tenth; all shares make up 1. */
  share: z.number().gt(0).lt(1),
});

export const splitConfig = z
  .strictObject({
    shares: z.array(group).min(2).max(20),
    /** The same salt draws the same groups, in every flow and at any time. */
    salt: z.string().min(1).max(200),
    /** A label column: its values are split each by itself, in exact shares. */
    stratify: z.string().min(1).max(200).optional(),
    /** Name of a text column that carries the group's id to nodes below. */
    as: columnName.optional(),
  })
  .superRefine((config, context) => {
    const ids = config.shares.map((entry) => entry.id);
    refuseTwice(ids, 'shares', 'id', context);
    const sum = endsOf(config.shares).at(-1) ?? 0;
    if (sum !== 1) context.addIssue({ code: 'custom', path: ['shares'], params: { code: 'split.shares-not-one', sum: percentText(sum) } });
  });

export type SplitConfig = z.infer<typeof splitConfig>;

/** Where each group ends on the line from 0 to 1: shares cumulated exactly. */
export function endsOf(shares: readonly { readonly share: number }[]): readonly number[] {
  const parts = shares.map(({ share }) => decimalOf(share));
  const decimals = Math.max(...parts.map((part) => part.decimals));
  let sum = 0n;
  return parts.map((part) => {
    sum += unitsAt(part, decimals);
    return Number(`${sum}e-${decimals}`);
  });
}
