// A DuckDB of its own for each test.
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export async function connect(settings: { readonly [name: string]: string } = {}): Promise<DuckDBConnection> {
  return await (await DuckDBInstance.create(':memory:', { threads: '1', ...settings })).connect();
}

export async function rowsOf(connection: DuckDBConnection, query: string): Promise<readonly { readonly [name: string]: unknown }[]> {
  return (await connection.runAndReadAll(query)).getRowObjectsJson();
}
