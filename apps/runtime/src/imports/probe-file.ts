// The first look at a file for the import wizard: what an import would find in these bytes, and their first rows as text.
import { open, rm, truncate } from 'node:fs/promises';
import type { Language, Probe } from '@tierflow/api';
import { type FileProfile, profile } from '@tierflow/data';
import { Refusal } from '../http/refusal.ts';
import type { ImportOptions } from '../store/import-table.ts';
import { firstRows } from './first-rows.ts';
import { dataWords, importProblemCode } from './import-problems.ts';
import { readOptions } from './import-queue.ts';

/** From this size on the bytes are taken for the beginning of a file, whose last line may be cut. */
const CUT_BYTES = 256 * 1024;
const HEAD_BYTES = 256 * 1024;
const SHOWN_ROWS = 50;
const SAMPLES = 3;

/** Looks at the file and removes it. */
export async function probeFile(
  path: string,
  options: Pick<ImportOptions, 'format' | 'encoding' | 'delimiter'>,
  language: Language,
): Promise<Probe> {
  try {
    await dropCutLine(path);
    const found = await profile({ ...readOptions(options), source: path });
    if (!found.ok) throw new Refusal(importProblemCode(found.problem.code), { params: found.problem.params });
    return { ...probeOf(found.value, await headOf(path)), notices: found.value.notices.map((notice) => dataWords(notice, language)) };
  } finally {
    await rm(path, { force: true });
  }
}

function probeOf(found: FileProfile, head: Uint8Array): Omit<Probe, 'notices'> {
  const { format, encoding, delimiter, header = true } = found;
  const names = found.columns.map(({ header: written, name }) => written ?? name);
  const all = firstRows(head, { format, encoding, delimiter: delimiter ?? ',', names, count: SHOWN_ROWS + 1 });
  const rows = (format === 'csv' && header ? all.slice(1) : all).slice(0, SHOWN_ROWS);
  return {
    format: delimiter === '\t' ? 'tsv' : format,
    encoding,
    delimiter: delimiter ?? null,
    header,
    columns: found.columns.map(({ name, type, stats }, at) => ({
      name,
      type,
      fill: found.rows === 0 ? 0 : 1 - stats.missing / found.rows,
      distinct: stats.distinct,
      samples: [...new Set(rows.map((row) => row[at] ?? '').filter((text) => text !== ''))].slice(0, SAMPLES),
      low: stats.min,
      high: stats.max,
    })),
    rows,
    guess: guessOf(found),
  };
}

/** A file with a time beside its customers holds lines of customers. */
function guessOf({ suggested }: FileProfile): Probe['guess'] {
  const { key, customer, time } = suggested;
  const lines = time !== null && customer !== null && key !== customer;
  return {
    kind: lines ? 'collection' : 'customers',
    key: lines ? key : (customer ?? key),
    customer: lines ? customer : null,
    time: lines ? time : null,
  };
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function dropCutLine(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size < CUT_BYTES) return;
    const tail = Buffer.alloc(64 * 1024);
    const from = size - tail.length;
    await file.read(tail, 0, tail.length, from);
    const at = tail.lastIndexOf(10);
    if (at < 0) return;
    // In UTF-16, little-endian, the line feed has a zero byte behind it.
    await truncate(path, from + at + (tail[at + 1] === 0 ? 2 : 1));
  } finally {
    await file.close();
  }
}
