// The process that turns rows into a Parquet file and back: the database engine never runs in the command's own process.
import { DuckDBInstance } from '@duckdb/node-api';
import type { ParquetTask, ReadTask, WriteTask } from './parquet.ts';

const types: { readonly [type in WriteTask['columns'][number]['type']]: string } = {
  boolean: 'BOOLEAN',
  number: 'DOUBLE',
  string: 'VARCHAR',
  date: 'DATE',
  datetime: 'TIMESTAMP',
  list: 'VARCHAR[]',
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

process.once('message', (task: ParquetTask) => {
  run(task).then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(error instanceof Error ? error.message : String(error));
      process.exit(1);
    },
  );
});

async function run(task: ParquetTask): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '1GB' });
  const connection = await instance.connect();
  await connection.run('from' in task ? readSql(task) : writeSql(task));
  connection.closeSync();
  instance.closeSync();
}

function writeSql({ rows, to, columns }: WriteTask): string {
  const shape = columns.map(({ head, type }) => `${quoted(head)}: ${quoted(types[type])}`).join(', ');
  const source = `read_json(${quoted(rows)}, format = 'newline_delimited', columns = {${shape}}, maximum_object_size = 67108864)`;
  return `COPY (SELECT * FROM ${source}) TO ${quoted(to)} (FORMAT parquet)`;
}

function readSql({ from, to, columns }: ReadTask): string {
  const wanted = columns.map(quoted).join(', ');
  return `COPY (SELECT COLUMNS(lambda name: name IN (${wanted})) FROM read_parquet(${quoted(from)})) TO ${quoted(to)} (FORMAT json)`;
}
