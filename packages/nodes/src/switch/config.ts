// Settings of a switch: cases in order, the first that matches wins.
import { conditionSchema } from '@tierflow/compiler';
import { titleSchema } from '@tierflow/flow';
import { z } from 'zod';
import { portId, refuseTwice } from '../names.ts';

export const switchConfig = z
  .strictObject({
    cases: z
      .array(z.strictObject({ id: portId('rest'), title: titleSchema.optional(), where: conditionSchema }))
      .min(1)
      .max(100),
  })
  .superRefine((config, context) =>
    refuseTwice(
      config.cases.map((entry) => entry.id),
      'cases',
      'id',
      context,
    ),
  );

export type SwitchConfig = z.infer<typeof switchConfig>;
