// A small file as rows of text, for a table that a flow carries along. Nothing of it is kept.
import { rm } from 'node:fs/promises';
import { type Language, TABLE_ROWS, type TextTable } from '@tierflow/api';
import { textTable } from '@tierflow/data';
import { Refusal } from '../http/refusal.ts';
import type { ImportOptions } from '../store/import-table.ts';
import { dataWords, importProblemCode } from './import-problems.ts';
import { readOptions } from './import-queue.ts';

/** Reads the file and removes it. */
export async function readTable(
  path: string,
  options: Pick<ImportOptions, 'encoding' | 'delimiter' | 'header'>,
  language: Language,
): Promise<TextTable> {
  try {
    const found = await textTable({ ...readOptions(options), source: path, maxRows: TABLE_ROWS });
    if (!found.ok) throw new Refusal(importProblemCode(found.problem.code), { params: found.problem.params });
    const { format, encoding, delimiter, header, columns, rows, unreadable, notices } = found.value;
    return {
      file: {
        format: delimiter === '\t' ? 'tsv' : format,
        encoding: encoding ?? null,
        delimiter: delimiter ?? null,
        header,
      },
      columns: [...columns],
      rows: rows.map(({ line, cells }) => ({ line, cells: [...cells] })),
      unreadable: [...unreadable],
      notices: notices.map((notice) => dataWords(notice, language)),
    };
  } finally {
    await rm(path, { force: true });
  }
}
