// Settings of a lifecycle: which lines are purchases, and the stages, the first that fits wins.
import { conditionSchema } from '@tierflow/compiler';
import { titleSchema } from '@tierflow/flow';
import { z } from 'zod';
import { columnName, portId, refuseTwice } from '../names.ts';

/** Whole numbers, both ends inclusive; an end left out is open. */
const range = z
  .strictObject({ from: z.int().min(0).max(100_000).optional(), to: z.int().min(0).max(100_000).optional() })
  .superRefine(({ from, to }, context) => {
    if (from !== undefined && to !== undefined && from > to)
      context.addIssue({ code: 'custom', path: ['to'], params: { code: 'lifecycle.range-falls', from, to } });
  });

const stage = z.strictObject({
  id: portId('rest'),
  title: titleSchema.optional(),
  /** Days with a purchase. */
  purchases: range.optional(),
  /** Days since the first purchase. */
  first: range.optional(),
  /** Days since the last purchase. */
  last: range.optional(),
  /** Days between the last purchase and the one before it. */
  gap: range.optional(),
});

export type Stage = z.infer<typeof stage>;

/** What a stage can ask for. */
export const measures = ['purchases', 'first', 'last', 'gap'] as const;

export const lifecycleConfig = z
  .strictObject({
    /** Collection of purchases. */
    from: z.string().min(1).max(200),
    /** The date field of a purchase, if not the collection's own. */
    date: z.string().min(1).max(200).optional(),
    /** Which lines are purchases. */
    where: conditionSchema.optional(),
    /** The first stage whose ranges all hold. */
    stages: z.array(stage).min(1).max(50),
    /** Name of the text column with the stage's id. */
    as: columnName.default('stage'),
  })
  .superRefine(({ stages }, context) => {
    const ids = stages.map(({ id }) => id);
    refuseTwice(ids, 'stages', 'id', context);
    stages.forEach((one, at) => {
      const open = measures.every((measure) => one[measure]?.from === undefined && one[measure]?.to === undefined);
      if (open && at < stages.length - 1)
        context.addIssue({ code: 'custom', path: ['stages', at], params: { code: 'lifecycle.takes-all', id: one.id } });
    });
  });

export type LifecycleConfig = z.infer<typeof lifecycleConfig>;
