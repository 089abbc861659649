// Settings of a decision table: what is looked at, rows of one test per input, and the values a row gives.
import { titleSchema } from '@tierflow/flow';
import { z } from 'zod';
import { columnName, refuseTwice } from '../names.ts';

/** What a cell can ask of its input; a cell that asks nothing is `null`. */
export const cellOperators = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between', 'in', 'notIn', 'isEmpty', 'isNotEmpty'] as const;

const scalar = z.union([z.string().max(1_000), z.number(), z.boolean()]);

const test = z.strictObject({
  op: z.enum(cellOperators),
  /** One value; the two ends of `between`; the list of `in` and `notIn`; none for the empty ones. */
  value: z.union([scalar, z.array(scalar).min(1).max(1_000)]).optional(),
  /** Of `between`: ends that do not belong to it themselves. */
  open: z.enum(['low', 'high', 'both']).optional(),
});

const value = z.union([z.string().max(1_000), z.number(), z.boolean()]).nullable();

const input = z.strictObject({
  /** A column … */
  field: z.string().min(1).max(200).optional(),
  /** … or a formula. */
  expr: z.string().min(1).max(10_000).optional(),
  title: titleSchema.optional(),
});

const output = z.strictObject({
  name: columnName,
  type: z.enum(['number', 'string', 'boolean']),
  title: titleSchema.optional(),
  /** With `hit: collect`, what becomes of the numbers of the rows hit. Texts are joined, and true wins over false. */
  collect: z.enum(['sum', 'min', 'max', 'count']).optional(),
});

const row = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
  /** One per input; `null` asks nothing. */
  cells: z.array(test.nullable()).max(20),
  /** One per output; `null` gives no value. */
  values: z.array(value).max(10),
});

export const tableConfig = z
  .strictObject({
    inputs: z.array(input).min(1).max(20),
    outputs: z.array(output).min(1).max(10),
    rows: z.array(row).max(200),
    /** `first`: the first row from the top that is true. `unique`: the only one. `collect`: all that are true. */
    hit: z.enum(['first', 'unique', 'collect']).default('first'),
    /** Values of whoever no row hits, one per output. */
    otherwise: z.array(value).max(10).optional(),
    /** Between joined texts. */
    separator: z.string().min(1).max(10).default(', '),
    /** Name of the text column that says which row decided; the name of the first output with `Row` if not given. */
    as: columnName.optional(),
  })
  .superRefine((config, context) => {
    const issue = (code: string, path: PropertyKey[], params: { readonly [name: string]: number } = {}): void =>
      context.addIssue({ code: 'custom', path, params: { code, ...params } });
    config.inputs.forEach((one, at) => {
      if ((one.field === undefined) === (one.expr === undefined)) issue('table.field-or-formula', ['inputs', at, 'field']);
    });
    config.outputs.forEach((one, at) => {
      if (one.collect !== undefined && one.type !== 'number') issue('table.collect-numbers', ['outputs', at, 'collect']);
    });
    const lists = { cells: config.inputs.length, values: config.outputs.length } as const;
    for (const name of ['cells', 'values'] as const) {
      config.rows.forEach((one, at) => {
        if (one[name].length !== lists[name]) issue(`table.${name}-count`, ['rows', at, name], { wanted: lists[name] });
      });
    }
    if (config.otherwise !== undefined && config.otherwise.length !== config.outputs.length)
      issue('table.values-count', ['otherwise'], { wanted: config.outputs.length });
    const ids = config.rows.map(({ id }) => id);
    refuseTwice(ids, 'rows', 'id', context);
    const names = config.outputs.map(({ name }) => name);
    refuseTwice(names, 'outputs', 'name', context);
    if (names.includes(rowName(config)))
      context.addIssue({ code: 'custom', path: ['as'], params: { code: 'config.duplicate-name', name: rowName(config) } });
    for (const { path, type } of valueIssues(config))
      context.addIssue({ code: 'custom', path, params: { code: 'table.wrong-type', type } });
  });

export type TableConfig = z.infer<typeof tableConfig>;
export type TableRow = TableConfig['rows'][number];
/** What a cell asks of its input; `null` asks nothing. */
export type Cell = TableRow['cells'][number];
export type CellTest = NonNullable<Cell>;
export type OutputValue = TableRow['values'][number];

/** Name of the column that says which row decided. */
export function rowName(config: { readonly as?: string | undefined; readonly outputs: readonly { readonly name: string }[] }): string {
  return config.as ?? `${config.outputs[0]?.name ?? ''}Row`;
}

interface ValueIssue {
  readonly path: PropertyKey[];
  readonly type: string;
}

/** Values that are not of their output's type. */
function valueIssues({ rows, otherwise, outputs }: Pick<TableConfig, 'rows' | 'otherwise' | 'outputs'>): readonly ValueIssue[] {
  const lists = [
    ...rows.map(({ values }, at) => ({ values, path: ['rows', at, 'values'] })),
    ...(otherwise === undefined ? [] : [{ values: otherwise, path: ['otherwise'] }]),
  ];
  return lists.flatMap(({ values, path }) =>
    values.flatMap((one, at) => {
      const type = outputs[at]?.type;
      return one === null || type === undefined || typeof one === type ? [] : [{ path: [...path, at], type }];
    }),
  );
}
