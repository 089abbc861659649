// A sheet and the clipboard: rectangles of text as Excel writes them, tabs between cells, quotes round what holds a line end.
import type { ValueType } from '@tierflow/definition';
import { readValue } from '@tierflow/nodes';
import { columnsOf, mostRows, type Place, type Sheet, type Written, withRow, withText } from './sheet.ts';

export type Matrix = readonly (readonly string[])[];

export interface Rectangle {
  readonly from: Place;
  readonly to: Place;
}

export function readMatrix(text: string): Matrix {
  const rows: string[][] = [[]];
  let rest = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  while (rest !== '') {
    const found = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest) ?? /^([^\t\n]*)/.exec(rest);
    const [whole = '', inner = ''] = found ?? [];
    rows.at(-1)?.push(whole.startsWith('"') && whole.length > 1 && whole !== inner ? inner.replaceAll('""', '"') : inner);
    rest = rest.slice(whole.length);
    if (rest.startsWith('\n')) rows.push([]);
    const last = rest === '\t';
    rest = rest.slice(1);
    if (last) rows.at(-1)?.push('');
  }
  return rows;
}

export function writeMatrix(matrix: Matrix): string {
  const cell = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return matrix.map((row) => row.map(cell).join('\t')).join('\n');
}

/** The sheet with a rectangle of texts from a place on; rows beyond the end are added. One unreadable text stops all of it. */
export function pasted(sheet: Sheet, at: Place, matrix: Matrix, types: readonly ValueType[]): Written {
  let now = sheet;
  const wanted = Math.min(mostRows, at.row + matrix.length);
  // What is pasted onto the last row, which says what is otherwise, stays there if it is one row of outputs.
  const onLast = at.row >= sheet.rows.length && matrix.length === 1 && at.column >= sheet.inputs.length && sheet.rows.length > 0;
  while (!onLast && now.rows.length < wanted) now = withRow(now, now.rows.length);
  for (const [down, texts] of matrix.entries()) {
    for (const [across, text] of texts.entries()) {
      const place = { row: at.row + down, column: at.column + across };
      if (place.column >= columnsOf(now) || place.row > now.rows.length || (place.row === now.rows.length && !onLast)) continue;
      const written = withText(now, place, text, types);
      if (!written.ok) return written;
      now = written.sheet;
    }
  }
  return { ok: true, sheet: now };
}

/**
 * A whole table with its header becomes inputs, where a title is a column that arrives, and outputs; undefined where no
 * title is a column. An output whose texts are all numbers is one.
 */
export function pastedTable(
  sheet: Sheet,
  [header = [], ...body]: Matrix,
  typeOf: (title: string) => { readonly name: string; readonly type: ValueType } | undefined,
): Written | undefined {
  const found = header.map((title) => typeOf(title.trim()));
  if (sheet.rows.length > 0 || body.length === 0 || found.every((column) => column === undefined)) return undefined;
  const inputs = found.flatMap((column) => (column === undefined ? [] : [column]));
  const outputs = header.flatMap((title, at): Sheet['outputs'] => {
    const texts = body.map((row) => row[at] ?? '').filter((text) => text.trim() !== '');
    const numbers = texts.length > 0 && texts.every((text) => readValue(text, 'number').ok);
    const name = title.trim();
    return found[at] !== undefined || name === '' ? [] : [{ name, type: numbers ? 'number' : 'string' }];
  });
  const empty: Sheet = {
    ...sheet,
    inputs: inputs.map(({ name }) => ({ field: name })),
    outputs: outputs.length > 0 ? outputs : sheet.outputs.slice(0, 1),
  };
  const order = [...found.keys()].toSorted((a, b) => Number(found[a] === undefined) - Number(found[b] === undefined) || a - b);
  const kept = order.filter((at) => found[at] !== undefined || (header[at] ?? '').trim() !== '');
  const rows = body.map((row) => kept.map((at) => row[at] ?? ''));
  return pasted(
    empty,
    { row: 0, column: 0 },
    rows,
    inputs.map(({ type }) => type),
  );
}
