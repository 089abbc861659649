// Writes rows of customers to a file as they are made; the file gets its name when it is complete.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { sweep } from '@tierflow/evaluator';
import { InputFault, inputFault, UsageFault } from '../fault.ts';
import type { FlowRun } from '../flow/run-flow.ts';
import { type CsvOptions, csvHead, csvRow } from './csv.ts';
import { type CustomerRow, columnsToWrite, customerRows, rowShape } from './customer-rows.ts';
import { type FlatColumn, flatColumns } from './flat-columns.ts';
import { writeParquet } from './parquet.ts';

export type OutFormat = 'csv' | 'ndjson' | 'parquet';

const formats: { readonly [extension: string]: OutFormat } = {
  '.csv': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.parquet': 'parquet',
};

/** The format by the name of the file. Throws UsageFault for a name that says none. */
export function outFormat(path: string): OutFormat {
  const format = formats[extname(path).toLowerCase()];
  if (format === undefined) throw new UsageFault('usage.out', { path });
  return format;
}

/** Sweeps the columns of the rows and writes them. */
export async function writeRows(run: FlowRun, path: string, options: CsvOptions): Promise<void> {
  const { definition, opened, asOf, cache } = run;
  const format = outFormat(path);
  const swept = await sweep(definition, opened.table, { asOf, cache, counts: [], columns: columnsToWrite(definition) });
  const rows = customerRows(definition, opened.table, swept, asOf);
  const flat = flatColumns(rowShape(definition));
  const temporary = `${path}.${process.pid}.part`;
  try {
    await writeLines(temporary, format === 'csv' ? csvHead(flat, options) : '', rows, lineOf(format, flat, options));
    if (format === 'parquet') await toParquet(temporary, path, flat);
    else await rename(temporary, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined || error instanceof InputFault) throw error;
    throw inputFault('out.failed', { path, reason: code });
  } finally {
    await rm(temporary, { force: true });
  }
}

function lineOf(format: OutFormat, flat: readonly FlatColumn[], options: CsvOptions): (row: CustomerRow) => string {
  if (format === 'csv') return (row) => csvRow(flat, row, options);
  if (format === 'ndjson') return (row) => `${JSON.stringify(row)}\n`;
  return (row) => `${JSON.stringify(Object.fromEntries(flat.map(({ head, cell }) => [head, cell(row)])))}\n`;
}

async function toParquet(rows: string, path: string, columns: readonly FlatColumn[]): Promise<void> {
  const temporary = `${path}.${process.pid}.parquet-part`;
  const fault = await writeParquet({ rows, to: temporary, columns });
  if (fault === undefined) return await rename(temporary, path);
  await rm(temporary, { force: true });
  throw inputFault('out.failed', { path, reason: fault });
}

const PIECE = 1 << 16;

async function writeLines(path: string, head: string, rows: Iterable<CustomerRow>, line: (row: CustomerRow) => string): Promise<void> {
  const stream = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => undefined);
  try {
    let piece = head;
    for (const row of rows) {
      piece += line(row);
      if (piece.length < PIECE) continue;
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), failed]);
      piece = '';
    }
    stream.end(piece);
    await Promise.race([once(stream, 'finish'), failed]);
  } finally {
    stream.destroy();
  }
}
