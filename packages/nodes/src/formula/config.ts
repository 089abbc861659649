// Settings of a formula node: columns by formula, later ones see earlier ones.
import { z } from 'zod';
import { columnName, refuseTwice } from '../names.ts';

export const formulaConfig = z
  .strictObject({
    columns: z
      .array(z.strictObject({ name: columnName, expr: z.string().min(1).max(10_000) }))
      .min(1)
      .max(200),
  })
  .superRefine((config, context) =>
    refuseTwice(
      config.columns.map((made) => made.name),
      'columns',
      'name',
      context,
    ),
  );

export type FormulaConfig = z.infer<typeof formulaConfig>;
