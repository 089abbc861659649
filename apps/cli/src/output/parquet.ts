// Rows to Parquet and back, by way of a file of JSON lines and the database engine in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FlatColumn } from './flat-columns.ts';

/** What the process is asked to write. */
export interface WriteTask {
  /** File of JSON objects, one per line, members by head. */
  readonly rows: string;
  readonly to: string;
  readonly columns: readonly Pick<FlatColumn, 'head' | 'type'>[];
}

/** What the process is asked to read: some columns, those that are there, as JSON lines. */
export interface ReadTask {
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
}

export type ParquetTask = WriteTask | ReadTask;

/** Writes the file; answers what the engine said where it could not. */
export function writeParquet({ rows, to, columns }: WriteTask): Promise<string | undefined> {
  return inChild({ rows, to, columns: columns.map(({ head, type }) => ({ head, type })) });
}

/** Reads the file; answers what the engine said where it could not. */
export function readParquet(task: ReadTask): Promise<string | undefined> {
  return inChild(task);
}

async function inChild(task: ParquetTask): Promise<string | undefined> {
  const source = fileURLToPath(new URL('./parquet-child.ts', import.meta.url));
  const module = existsSync(source) ? source : source.replace(/ts$/, 'js');
  const child = fork(module, [], { env: {}, execArgv: ['--no-warnings'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(0, 500);
  });
  child.send(task);
  const [code]: (number | null)[] = await once(child, 'close');
  return code === 0 ? undefined : said || String(code);
}
