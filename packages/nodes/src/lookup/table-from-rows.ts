// An own table made from two columns of a file or a data set: what of it would be kept, and everything that would not be.
import { keyOf, limits, type OwnFault } from './own-table.ts';

export interface TextAndAnswer {
  /** Line of the file; null where the rows come from a data set. */
  readonly line: number | null;
  readonly text: string;
  readonly answer: string;
}

/** What becomes of a text that stands beside different answers: it is left out, or one of its rows counts. */
export const rivalRules = ['leave-out', 'first', 'last'] as const;
export type RivalRule = (typeof rivalRules)[number];

/** A text that stands beside different answers, with the first row of each answer. */
export interface Rivals {
  readonly text: string;
  readonly rows: readonly TextAndAnswer[];
}

export interface TableFromRows {
  /** As the config has it: a line for each text, with a tab before what it stands for. */
  readonly pasted: string;
  /** Texts in it, in the form in which texts are compared. */
  readonly keys: ReadonlySet<string>;
  readonly entries: readonly TextAndAnswer[];
  /** Rows without a text or without an answer. */
  readonly blank: readonly TextAndAnswer[];
  /** Rows that say again what a row above them says. */
  readonly repeated: number;
  readonly rivals: readonly Rivals[];
  /** Why it cannot be the table of a node: nothing in it, or too much. */
  readonly faults: readonly OwnFault[];
}

/** Texts are compared as the look-up compares them. Tabs and line breaks inside a cell become blanks. */
export function tableFromRows(rows: readonly TextAndAnswer[], rule: RivalRule): TableFromRows {
  const tidy = rows.map(({ line, text, answer }) => ({ line, text: oneLine(text), answer: oneLine(answer) }));
  const blank = tidy.filter(({ text, answer }) => text === '' || answer === '');
  const byKey = new Map<string, { readonly answers: Map<string, TextAndAnswer>; last: TextAndAnswer }>();
  let repeated = 0;
  for (const row of tidy) {
    if (row.text === '' || row.answer === '') continue;
    const key = keyOf(row.text);
    const known = byKey.get(key);
    if (known === undefined) {
      byKey.set(key, { answers: new Map([[row.answer, row]]), last: row });
      continue;
    }
    known.last = row;
    if (known.answers.has(row.answer)) repeated += 1;
    else known.answers.set(row.answer, row);
  }
  const entries: TextAndAnswer[] = [];
  const rivals: Rivals[] = [];
  for (const { answers, last } of byKey.values()) {
    const each = [...answers.values()];
    const kept = each.length === 1 || rule === 'first' ? each[0] : rule === 'last' ? last : undefined;
    if (kept !== undefined) entries.push(kept);
    if (each.length > 1) rivals.push({ text: each[0]?.text ?? '', rows: each });
  }
  const pasted = entries.map(({ text, answer }) => `${text}\t${answer}`).join('\n');
  const keys = new Set(entries.map(({ text }) => keyOf(text)));
  return { pasted, keys, entries, blank, repeated, rivals, faults: faultsOf(entries.length, pasted.length) };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function faultsOf(rows: number, length: number): readonly OwnFault[] {
  const path = ['pasted'];
  if (rows === 0) return [{ code: 'lookup.empty-table', path, params: {} }];
  if (rows > limits.rows)
    return [{ code: 'lookup.too-large', path, params: { rows, keys: rows, mostRows: limits.rows, mostKeys: limits.keys } }];
  return length > limits.pasted ? [{ code: 'lookup.too-long', path, params: { length, most: limits.pasted } }] : [];
}
