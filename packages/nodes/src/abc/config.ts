// Settings of an ABC node: what is added up, and at which parts of the total the classes end.
import { valueSchema } from '@tierflow/compiler';
import { z } from 'zod';
import { columnName } from '../names.ts';

export const abcConfig = z
  .strictObject({
    /** A number column or a formula, such as the amount of a year. */
    value: valueSchema,
    /** Ends of the classes but the last, as parts of the total, rising: A until 0.8, B until 0.95, C the rest. */
    shares: z.array(z.number().gt(0).lt(1)).min(1).max(9).default([0.8, 0.95]),
    /** Whoever crosses the line belongs to the higher class (`crossing`), or to the lower one (`within`). */
    rule: z.enum(['crossing', 'within']).default('crossing'),
    /** Name of the class column. */
    as: columnName.default('abc'),
  })
  .superRefine(({ shares }, context) => {
    shares.forEach((share, at) => {
      const before = shares[at - 1];
      if (before === undefined || share > before) return;
      context.addIssue({ code: 'custom', path: ['shares', at], params: { code: 'abc.shares-not-rising', share, before } });
    });
  });

export type AbcConfig = z.infer<typeof abcConfig>;

/** `A`, `B`, `C` …, best first. */
export function classesOf({ shares }: Pick<AbcConfig, 'shares'>): readonly string[] {
  return Array.from({ length: shares.length + 1 }, (_, at) => String.fromCharCode(65 + at));
}
