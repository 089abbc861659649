// Rows an import refused: read from lines of NDJSON, and as a file for spreadsheets.
import { type Reject, rejectSchema } from '@tierflow/api';
import { byteOrderMark, csvLine } from '../drawer/people/csv.ts';
import type { Speech } from '../words/use-words.ts';

/** Reads the lines of an answer. */
export function parseRejects(text: string): readonly Reject[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => rejectSchema.parse(JSON.parse(line)));
}

/** All rejects as a table. */
export function rejectsCsv(rejects: readonly Reject[], { t }: Speech): Blob {
  const head = [t('importing.line'), t('importing.column'), t('importing.reason'), t('importing.code'), t('importing.content')];
  const lines = rejects.map(({ line, column, message, code, text }) => csvLine([line, column, message, code, text]));
  return new Blob([byteOrderMark, csvLine(head), ...lines], { type: 'text/csv;charset=utf-8' });
}
