// Settings of a CLV node: which lines are purchases and what they bring, the model, and how far ahead.
import { conditionSchema, valueSchema } from '@tierflow/compiler';
import { z } from 'zod';

const name = z.string().min(1).max(200);

/** Days of a unit of time; a month is a twelfth of 365.25 days. */
export const unitDays = { day: 1, week: 7, month: 365.25 / 12 } as const;

/** A hundred years. */
const LONGEST_DAYS = 36_525;

export const clvConfig = z
  .strictObject({
    /** Collection of purchases. */
    from: name,
    /** The date field of a purchase, if not the collection's own. */
    date: name.optional(),
    /** What a line brings: its amount, or a formula such as amount * margin. Without it only purchases are expected, no value. */
    value: valueSchema.optional(),
    /** Which lines are purchases. */
    where: conditionSchema.optional(),
    model: z.enum(['bgnbd', 'paretonbd']).default('bgnbd'),
    /** The unit in which the model counts time, and of the horizon. */
    unit: z.enum(['day', 'week', 'month']).default('week'),
    /** How many units ahead. */
    horizon: z.number().positive().default(52),
    /** Interest a year, 0.1 for 10 %: what comes later counts less, month by month. */
    discount: z.number().min(0).max(10).optional(),
    /** Prefix of the column names. */
    as: z.string().max(50).optional(),
  })
  .superRefine(({ horizon, unit }, context) => {
    const most = Math.floor(LONGEST_DAYS / unitDays[unit]);
    if (horizon > most) context.addIssue({ code: 'custom', path: ['horizon'], params: { code: 'clv.horizon-too-long', horizon, most } });
  });

export type ClvConfig = z.infer<typeof clvConfig>;
