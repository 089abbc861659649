// What the data package says went wrong, as problems of this interface.
import { type Language, type ProblemCode, problemMessage, problemTable } from '@tierflow/api';
import { dataMessages } from '@tierflow/data';
import { renderMessage } from '@tierflow/definition';
import type { StoredProblem } from '../store/import-table.ts';

const CODES: Readonly<Record<string, ProblemCode>> = {
  'file.empty': 'import.empty',
  'file.binary': 'import.format',
  'file.unreadable': 'import.crashed',
  'file.workbook': 'import.workbook',
  'file.workbookTooLarge': 'import.too-large',
  'table.tooManyRows': 'table.rows',
  'file.changed': 'import.crashed',
  'encoding.broken': 'import.encoding',
  'encoding.unknown': 'import.encoding-unknown',
  'encoding.undetected': 'import.encoding-unclear',
  'dialect.invalid': 'import.dialect',
  'mapping.format': 'import.mapping',
  'column.unknown': 'import.column',
  'column.twice': 'import.column-twice',
  'columns.tooMany': 'import.columns',
  'header.tooLong': 'import.header',
  'header.broken': 'import.header',
  'line.tooLong': 'import.line',
  'key.notFound': 'import.key',
  'customer.notFound': 'import.customer',
  'time.notATime': 'import.time',
  'timeZone.unknown': 'import.time-zone',
  'rows.tooMany': 'import.too-large',
  'import.tooLarge': 'import.too-large',
  'import.tooManyRejects': 'import.rejected',
  'import.crashed': 'import.crashed',
  'import.cancelled': 'import.crashed',
  'database.failed': 'import.crashed',
  'disk.full': 'storage.full',
  'disk.failed': 'storage.failed',
};

/** What these say about the inside of the machine is not for callers. */
const INNER: readonly ProblemCode[] = ['import.crashed', 'storage.failed', 'storage.full'];

/** The problem code of this interface for one of the data package. */
export function importProblemCode(code: string): ProblemCode {
  return CODES[code] ?? (Object.hasOwn(problemTable, code) ? (code as ProblemCode) : 'import.format');
}

/** As it is answered: our code, and the words of whoever knows more. */
export function importProblem(problem: StoredProblem, language: Language): Worded {
  const code = importProblemCode(problem.code);
  const known = Object.hasOwn(dataMessages[language], problem.code) && !INNER.includes(code);
  return { code, message: known ? dataWords(problem, language).message : problemMessage(code, language, problem.params) };
}

export interface Worded {
  readonly code: string;
  readonly message: string;
}

/** A remark of the data package in words. */
export function dataWords({ code, params }: StoredProblem, language: Language): Worded {
  return { code, message: renderMessage(dataMessages[language], code, params) };
}
