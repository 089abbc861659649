// The inputs of a table as columns under names of their own. An empty text counts as no value, as an empty cell of a
// file does, so that "not A" and "empty" never both hold.
import { type ColumnInfo, type Compiled, call, exprOf, type MadeColumn, type NodeContext, type Scope } from '@tierflow/compiler';
import type { TableConfig } from './config.ts';

type Context = NodeContext<TableConfig>;

/** One input: the value it stands for, and the name cells know it by. */
export interface TableInput {
  readonly name: string;
  readonly found: Compiled;
}

export function tableInputs(context: Context): readonly TableInput[] {
  return context.config.inputs.map((input, at) => {
    const path = `inputs.${at}`;
    const found = input.field === undefined ? context.value({ expr: input.expr ?? '' }, path) : context.value(input.field, `${path}.field`);
    return { name: input.field ?? input.expr ?? '', found };
  });
}

/** The scope in which the cells of one input are compiled; empty where the input itself is broken. */
export function cellScope({ name, found }: TableInput, read: ColumnInfo['expr'] | undefined): Scope {
  const { expr, type, column, decimals } = found;
  if (expr === undefined || type === undefined) return new Map();
  const info = column ?? { name, type, ...(decimals === undefined ? {} : { decimals }) };
  return new Map([[name, { ...info, expr: read ?? expr }]]);
}

/** Computed once: formulas, and texts without the empty ones. */
export function inputColumns(inputs: readonly TableInput[]): readonly (MadeColumn | undefined)[] {
  return inputs.map(({ found }, at) => {
    const expr = exprOf(found);
    const id = `input${at + 1}`;
    if (found.type === 'string') return { id, type: 'string', expr: call('if', call('not', call('isBlank', expr)), expr) };
    return found.column === undefined ? { id, type: found.type ?? 'number', expr } : undefined;
  });
}
