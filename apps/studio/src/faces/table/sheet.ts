// A decision table as a sheet: inputs and outputs are its columns, rules its rows, what is otherwise the last row. Every
// change is a new sheet.
import type { Json, ValueType } from '@tierflow/definition';
import {
  cellText,
  freshRowId,
  type OutputValue,
  readCell,
  readValue,
  type TableCell,
  type TableConfig,
  type TableRow,
} from '@tierflow/nodes';

export type Sheet = Pick<TableConfig, 'inputs' | 'outputs' | 'rows' | 'hit' | 'otherwise'>;

/** A place in the sheet: columns are the inputs, then the outputs; the row after the last is what is otherwise. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export type SheetLanguage = 'en' | 'zh-CN';

/** The sheet of settings, also of such that are not right yet: rows are as wide as the sheet. */
export function sheetOf(config: Json): Sheet {
  const { inputs, outputs, rows, hit, otherwise } = config as unknown as Partial<Sheet>;
  const wide = { inputs: inputs ?? [], outputs: outputs ?? [] };
  const fit = <T>(list: readonly T[] | undefined, n: number): (T | null)[] => Array.from({ length: n }, (_, at) => list?.[at] ?? null);
  return {
    ...wide,
    rows: (rows ?? []).map(({ id, cells, values }) => ({
      id,
      cells: fit(cells, wide.inputs.length),
      values: fit(values, wide.outputs.length),
    })),
    hit: hit ?? 'first',
    otherwise: otherwise === undefined ? undefined : fit(otherwise, wide.outputs.length),
  };
}

export function columnsOf({ inputs, outputs }: Sheet): number {
  return inputs.length + outputs.length;
}

/** The text of a cell, as {@link withText} reads it. */
export function textAt(sheet: Sheet, { row, column }: Place, language: SheetLanguage): string {
  const found = sheet.rows[row];
  if (column < sheet.inputs.length) {
    const cell = found?.cells[column] ?? null;
    return cell === null ? '' : cellText(cell, language);
  }
  const value = (found?.values ?? (row === sheet.rows.length ? sheet.otherwise : undefined))?.[column - sheet.inputs.length] ?? null;
  if (typeof value === 'boolean') return cellText({ op: 'eq', value }, language);
  return value === null ? '' : String(value);
}

export type Written =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly place: Place; readonly text: string; readonly fault: string; readonly part: string };

/** The sheet with a text in a cell; rows that are not there yet are added. */
export function withText(sheet: Sheet, place: Place, text: string, types: readonly ValueType[]): Written {
  const { row, column } = place;
  const wrong = (fault: string, part: string): Written => ({ ok: false, place, text, fault, part });
  if (column < sheet.inputs.length) {
    const read = readCell(text, types[column] ?? 'string');
    return read.ok ? { ok: true, sheet: withCell(sheet, place, read.cell) } : wrong(read.fault, read.part);
  }
  const type = sheet.outputs[column - sheet.inputs.length]?.type ?? 'string';
  if (text.trim() === '') return { ok: true, sheet: withValue(sheet, { row, column: column - sheet.inputs.length }, null) };
  const read = readValue(text, type);
  return read.ok
    ? { ok: true, sheet: withValue(sheet, { row, column: column - sheet.inputs.length }, read.value) }
    : wrong(read.fault, read.part);
}

function withCell(sheet: Sheet, { row, column }: Place, cell: TableCell): Sheet {
  return { ...sheet, rows: sheet.rows.map((one, at) => (at === row ? { ...one, cells: one.cells.with(column, cell) } : one)) };
}

/** `column` is the place among the outputs. */
function withValue(sheet: Sheet, { row, column }: Place, value: OutputValue): Sheet {
  if (row < sheet.rows.length) {
    return { ...sheet, rows: sheet.rows.map((one, at) => (at === row ? { ...one, values: one.values.with(column, value) } : one)) };
  }
  const before = sheet.otherwise ?? sheet.outputs.map(() => null);
  return value === null && sheet.otherwise === undefined ? sheet : { ...sheet, otherwise: before.with(column, value) };
}

/** Rows of the kind's limit. */
export const mostRows = 200;

/** The sheet with an empty row before a place, or with a copy of the row there after it. */
export function withRow(sheet: Sheet, at: number, copied?: TableRow): Sheet {
  const id = freshRowId(new Set(sheet.rows.map((row) => row.id)));
  const row: TableRow =
    copied === undefined ? { id, cells: sheet.inputs.map(() => null), values: sheet.outputs.map(() => null) } : { ...copied, id };
  return sheet.rows.length >= mostRows ? sheet : { ...sheet, rows: sheet.rows.toSpliced(at, 0, row) };
}

export function withoutRow(sheet: Sheet, at: number): Sheet {
  return { ...sheet, rows: sheet.rows.toSpliced(at, 1) };
}

export function withMovedRow(sheet: Sheet, at: number, by: -1 | 1): Sheet {
  return { ...sheet, rows: moved(sheet.rows, at, at + by) };
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  return item === undefined || to < 0 || to >= list.length ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** The sheet with one more input that asks nothing yet. */
export function withInput(sheet: Sheet, input: Sheet['inputs'][number]): Sheet {
  return { ...sheet, inputs: [...sheet.inputs, input], rows: sheet.rows.map((row) => ({ ...row, cells: [...row.cells, null] })) };
}

export function withOutput(sheet: Sheet, stem: string): Sheet {
  const taken = new Set(sheet.outputs.map(({ name }) => name));
  let name = stem;
  for (let number = 2; taken.has(name); number++) name = `${stem}${number}`;
  return {
    ...sheet,
    outputs: [...sheet.outputs, { name, type: 'string' }],
    rows: sheet.rows.map((row) => ({ ...row, values: [...row.values, null] })),
    otherwise: sheet.otherwise === undefined ? undefined : [...sheet.otherwise, null],
  };
}

export function withoutColumn(sheet: Sheet, column: number): Sheet {
  const input = sheet.inputs.length;
  if (column < input) {
    return {
      ...sheet,
      inputs: sheet.inputs.toSpliced(column, 1),
      rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.toSpliced(column, 1) })),
    };
  }
  const at = column - input;
  return {
    ...sheet,
    outputs: sheet.outputs.toSpliced(at, 1),
    rows: sheet.rows.map((row) => ({ ...row, values: row.values.toSpliced(at, 1) })),
    otherwise: sheet.otherwise?.toSpliced(at, 1),
  };
}

/** Inputs move among inputs, outputs among outputs. */
export function withMovedColumn(sheet: Sheet, column: number, by: -1 | 1): Sheet {
  const input = sheet.inputs.length;
  if (column < input) {
    return {
      ...sheet,
      inputs: moved(sheet.inputs, column, column + by),
      rows: sheet.rows.map((row) => ({ ...row, cells: moved(row.cells, column, column + by) })),
    };
  }
  const at = column - input;
  return {
    ...sheet,
    outputs: moved(sheet.outputs, at, at + by),
    rows: sheet.rows.map((row) => ({ ...row, values: moved(row.values, at, at + by) })),
    otherwise: sheet.otherwise === undefined ? undefined : moved(sheet.otherwise, at, at + by),
  };
}

/** The output with other settings; values that are not of its type any more are read anew, or go. */
export function withOutputSettings(sheet: Sheet, at: number, output: Sheet['outputs'][number]): Sheet {
  const same = sheet.outputs[at]?.type === output.type;
  const read = (value: OutputValue): OutputValue => {
    if (same || value === null) return value;
    const found = readValue(String(value), output.type);
    return found.ok ? found.value : null;
  };
  const values = (list: readonly OutputValue[]): OutputValue[] => list.map((value, each) => (each === at ? read(value) : value));
  return {
    ...sheet,
    outputs: sheet.outputs.with(at, output),
    rows: sheet.rows.map((row) => ({ ...row, values: values(row.values) })),
    otherwise: sheet.otherwise === undefined ? undefined : values(sheet.otherwise),
  };
}

/** The input as another one; cells that do not fit its type any more ask nothing. */
export function withInputSettings(sheet: Sheet, at: number, input: Sheet['inputs'][number], type: ValueType | undefined): Sheet {
  const read = (cell: TableCell): TableCell => {
    if (cell === null || type === undefined) return cell;
    const found = readCell(cellText(cell, 'en'), type);
    return found.ok ? found.cell : null;
  };
  return {
    ...sheet,
    inputs: sheet.inputs.with(at, input),
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell, each) => (each === at ? read(cell) : cell)) })),
  };
}
