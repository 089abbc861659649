// The rejects of an import as they are answered, line by line from the file the import left.
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Language, Reject } from '@tierflow/api';
import type { Reject as LoggedReject } from '@tierflow/data';
import { dataWords } from './import-problems.ts';

/** Each with its reason in words. */
export async function* rejectLines(file: Readable, language: Language): AsyncGenerator<string> {
  for await (const text of createInterface({ input: file })) {
    const { line, column, reason, raw, kept } = JSON.parse(text) as LoggedReject;
    const reject: Reject = {
      line,
      column,
      ...dataWords({ code: reason, params: { column } }, language),
      text: raw === '' ? null : raw,
      loaded: kept === true,
    };
    yield `${JSON.stringify(reject)}\n`;
  }
}
