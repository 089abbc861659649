// A value as a form holds it: the name of a column, or a formula.
import { z } from 'zod';

export const valueSchema = z.union([z.string().min(1).max(200), z.strictObject({ expr: z.string().min(1).max(10_000) })]);

/** A column name, or a formula. */
export type ValueConfig = z.infer<typeof valueSchema>;
