// Form conditions: nested all / any / not of comparisons, three-valued. The operator table is the one list that
// menu, validation and lowering read.
import type { ValueType } from '@tierflow/definition';
import { z } from 'zod';

/** Operators by name: which types they take, what they compare with. `days` counts whole civil days ending on the as-of day. */
export const operators = {
  eq: { types: ['number', 'string', 'boolean', 'date'], value: 'one' },
  ne: { types: ['number', 'string', 'boolean', 'date'], value: 'one' },
  lt: { types: ['number', 'date'], value: 'one' },
  le: { types: ['number', 'date'], value: 'one' },
  gt: { types: ['number', 'date'], value: 'one' },
  ge: { types: ['number', 'date'], value: 'one' },
  between: { types: ['number', 'date'], value: 'two' },
  in: { types: ['number', 'string'], value: 'list' },
  notIn: { types: ['number', 'string'], value: 'list' },
  contains: { types: ['string'], value: 'one' },
  startsWith: { types: ['string'], value: 'one' },
  endsWith: { types: ['string'], value: 'one' },
  withinDays: { types: ['date'], value: 'days' },
  notWithinDays: { types: ['date'], value: 'days' },
  isEmpty: { types: ['number', 'string', 'boolean', 'date'], value: 'none' },
  isNotEmpty: { types: ['number', 'string', 'boolean', 'date'], value: 'none' },
} as const satisfies Record<string, { types: readonly ValueType[]; value: 'none' | 'one' | 'two' | 'list' | 'days' }>;

export type Operator = keyof typeof operators;

const scalar = z.union([z.string(), z.number(), z.boolean()]);

export interface FieldTest {
  readonly field: string;
  readonly op: Operator;
  readonly value?: string | number | boolean | readonly (string | number | boolean)[] | undefined;
}

/** A condition as a form holds it. An empty `all` is true, an empty `any` false. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly expr: string }
  | FieldTest;

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).max(200) }),
    z.strictObject({ any: z.array(conditionSchema).max(200) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ expr: z.string().max(10_000) }),
    z.strictObject({
      field: z.string().max(200),
      op: z.enum(Object.keys(operators) as [Operator, ...Operator[]]),
      value: z.union([scalar, z.array(scalar).max(10_000)]).optional(),
    }),
  ]),
);
