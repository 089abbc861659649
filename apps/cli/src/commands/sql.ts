// `tierflow sql`: a definition as a query for a warehouse.
import type { Definition } from '@tierflow/definition';
import { decisionSql, refusalsOf, SqlRefusal } from '@tierflow/sql';
import { type Command, textOption } from '../command.ts';
import { openDefinition } from '../definition/open-definition.ts';
import { InputFault, inputFault, type Problem, UsageFault } from '../fault.ts';
import { asOfOption } from '../input/as-of-option.ts';
import { print } from '../terminal/print.ts';

const dialects = ['duckdb', 'clickhouse'];

export const sqlCommand: Command = {
  options: { dialect: { type: 'string' }, table: { type: 'string' }, 'as-of': { type: 'string' } },
  positionals: ['DEFINITION.json'],
  run: async ({ args, io }) => {
    const dialect = textOption(args, 'dialect');
    const table = textOption(args, 'table');
    if (dialect === undefined || !dialects.includes(dialect))
      throw new UsageFault('usage.dialect', { options: dialects.join(', '), value: dialect ?? '' });
    if (table === undefined || table === '') throw new UsageFault('usage.no-table');
    const path = args.positionals[0] ?? '';
    const { definition } = await openDefinition(path, ['closures']);
    const asOf = asOfOption(args) ?? definition.fittedOn?.asOf;
    if (asOf === undefined) throw inputFault('as-of.none', {}, path);
    if (dialect === 'clickhouse') throw inputFault('sql.dialect', { name: dialect }, path);
    return await print(io.stdout, `${queryOf(definition, { table, asOf }, path)};\n`);
  },
};

function queryOf(definition: Definition, options: Parameters<typeof decisionSql>[1], path: string): string {
  try {
    return decisionSql(definition, options);
  } catch (error) {
    if (!(error instanceof SqlRefusal)) throw error;
    throw new InputFault(problemsOf(definition, error, path));
  }
}

/** Every column that is refused, or what makes the whole definition refused. */
function problemsOf(definition: Definition, first: SqlRefusal, path: string): readonly Problem[] {
  const problem = ({ code, about }: SqlRefusal, where: string): Problem => ({ code, params: { name: about }, where });
  if (first.code === 'sql.name' || first.code === 'sql.text') return [problem(first, path)];
  const places = new Map(definition.columns.map(({ id }, at) => [id, at]));
  return refusalsOf(definition).map(({ column, refusal }) => problem(refusal, `${path} /columns/${places.get(column)}`));
}
