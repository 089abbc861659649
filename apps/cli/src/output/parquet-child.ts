// The process that turns rows into a Parquet file: the database engine never runs in the command's own process.
import { DuckDBInstance } from '@duckdb/node-api';
import type { ParquetTask } from './parquet.ts';

const types: { readonly [type in ParquetTask['columns'][number]['type']]: string } = {
  boolean: 'BOOLEAN',
  number: 'DOUBLE',
  string: 'VARCHAR',
  date: 'DATE',
  datetime: 'TIMESTAMP',
  list: 'VARCHAR[]',
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

process.once('message', (task: ParquetTask) => {
  write(task).then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(error instanceof Error ? error.message : String(error));
      process.exit(1);
    },
  );
});

async function write({ rows, to, columns }: ParquetTask): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '1GB' });
  const connection = await instance.connect();
  const shape = columns.map(({ head, type }) => `${quoted(head)}: ${quoted(types[type])}`).join(', ');
  const source = `read_json(${quoted(rows)}, format = 'newline_delimited', columns = {${shape}}, maximum_object_size = 67108864)`;
  await connection.run(`COPY (SELECT * FROM ${source}) TO ${quoted(to)} (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}
