// Writes rows of customers to a file as they are made; the file gets its name when it is complete.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { sweep } from '@tierflow/evaluator';
import { inputFault, UsageFault } from '../fault.ts';
import type { FlowRun } from '../flow/run-flow.ts';
import { type CsvOptions, csvColumns, csvHead, csvRow } from './csv.ts';
import { type CustomerRow, columnsToWrite, customerRows, rowShape } from './customer-rows.ts';

export type OutFormat = 'csv' | 'ndjson';

/** The format by the name of the file. Throws UsageFault for a name that says none. */
export function outFormat(path: string): OutFormat {
  const extension = extname(path).toLowerCase();
  if (extension === '.csv') return 'csv';
  if (extension === '.ndjson' || extension === '.jsonl') return 'ndjson';
  throw new UsageFault(extension === '.parquet' ? 'usage.out-parquet' : 'usage.out', { path });
}

/** Sweeps the columns of the rows and writes them. */
export async function writeRows(run: FlowRun, path: string, options: CsvOptions): Promise<void> {
  const { definition, opened, asOf, cache } = run;
  const format = outFormat(path);
  const swept = await sweep(definition, opened.table, { asOf, cache, counts: [], columns: columnsToWrite(definition) });
  const csv = csvColumns(rowShape(definition));
  const lineOf = format === 'csv' ? (row: CustomerRow) => csvRow(csv, row, options) : (row: CustomerRow) => `${JSON.stringify(row)}\n`;
  const head = format === 'csv' ? csvHead(csv, options) : '';
  await writeLines(path, head, customerRows(definition, opened.table, swept), lineOf);
}

const PIECE = 1 << 16;

async function writeLines(path: string, head: string, rows: Iterable<CustomerRow>, lineOf: (row: CustomerRow) => string): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  const stream = createWriteStream(temporary, { flags: 'wx', mode: 0o600 });
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => undefined);
  try {
    let piece = head;
    for (const row of rows) {
      piece += lineOf(row);
      if (piece.length < PIECE) continue;
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), failed]);
      piece = '';
    }
    stream.end(piece);
    await Promise.race([once(stream, 'finish'), failed]);
    await rename(temporary, path);
  } catch (error) {
    stream.destroy();
    await rm(temporary, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    throw inputFault('out.failed', { path, reason: code });
  }
}
