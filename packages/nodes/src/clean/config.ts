// Settings of a clean node: rules in order. Some mend a value, the others ask something of it.
import { z } from 'zod';
import { columnName } from '../names.ts';

/** Rules that change a value. */
export const mends = ['trim', 'uppercase', 'lowercase', 'map', 'default', 'clamp'] as const;

/** Rules that quarantine whoever's value does not hold. */
export const asks = ['required', 'range', 'oneOf', 'pattern'] as const;

const word = z.string().max(1000);

const rule = z.strictObject({
  do: z.enum([...mends, ...asks]),
  field: z.string().min(1).max(200),
  /** `map`: texts that stand for another one. */
  pairs: z
    .array(z.strictObject({ from: word, to: word }))
    .max(200)
    .optional(),
  /** `default`: what stands in for a missing value or an empty text. */
  value: z.union([word, z.number()]).optional(),
  /** `clamp` and `range`: both ends belong to it. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** `oneOf`: the texts allowed. */
  values: z
    .array(z.strictObject({ value: word }))
    .max(1000)
    .optional(),
  /** `pattern`: a regular expression that has to be found; `^` and `$` for the whole text. */
  pattern: z.string().max(1000).optional(),
});

export type CleanRule = z.infer<typeof rule>;

export const cleanConfig = z
  .strictObject({
    rules: z.array(rule).min(1).max(100),
    /** Name of the text column that says why somebody is quarantined. */
    as: columnName.default('quarantine'),
  })
  .superRefine(({ rules }, context) => {
    rules.forEach((one, at) => {
      const fault = faultOf(one);
      if (fault !== undefined) context.addIssue({ code: 'custom', path: ['rules', at, fault.at], params: { code: fault.code } });
    });
  });

export type CleanConfig = z.infer<typeof cleanConfig>;

/** What a rule lacks; settings of other rules may stand beside its own. */
function faultOf(one: CleanRule): { readonly at: keyof CleanRule; readonly code: string } | undefined {
  switch (one.do) {
    case 'map':
      return (one.pairs ?? []).length === 0 ? { at: 'pairs', code: 'clean.no-pairs' } : undefined;
    case 'default':
      return one.value === undefined || one.value === '' ? { at: 'value', code: 'clean.no-value' } : undefined;
    case 'oneOf':
      return (one.values ?? []).length === 0 ? { at: 'values', code: 'clean.no-values' } : undefined;
    case 'pattern':
      return (one.pattern ?? '') === '' ? { at: 'pattern', code: 'clean.no-pattern' } : undefined;
    case 'clamp':
    case 'range': {
      const { min, max } = one;
      if (min === undefined && max === undefined) return { at: 'min', code: 'clean.no-end' };
      return min !== undefined && max !== undefined && min > max ? { at: 'max', code: 'clean.ends-fall' } : undefined;
    }
    default:
      return undefined;
  }
}
