// The people behind a number: those of a node or of one of its ports, filtered, sorted, paged.
import type { Cell, PreviewRows, PreviewRowsRequest } from '@tierflow/api';
import { parseDay, parseInstant } from '@tierflow/definition';
import { type ColumnData, sweep } from '@tierflow/evaluator';
import type { Flow } from '@tierflow/flow';
import { cellAt, numberAt } from './cell.ts';
import { type ColumnAt, columnAt, columnsLeaving } from './column-at.ts';
import { maskOf } from './place-mask.ts';
import type { DataRef } from './protocol.ts';
import { Refused } from './refused.ts';
import type { Workbench } from './workbench.ts';

export interface RowsJob {
  readonly flow: Flow;
  readonly data: DataRef;
  readonly request: PreviewRowsRequest;
  readonly pause: () => Promise<boolean>;
}

export async function previewRows(bench: Workbench, { flow, data, request, pause }: RowsJob): Promise<PreviewRows> {
  const asOf = request.asOf ?? data.asOf;
  const { compiled, fitted, bench: on } = await bench.readyOn(flow, data, { asOf, pause });
  const mask = fitted === undefined ? undefined : maskOf(fitted, request);
  const entry = fitted?.nodes.find((node) => node.id === request.node);
  if (fitted === undefined || entry === undefined || mask === undefined)
    throw new Refused('node.unknown', { node: request.node, port: request.port });
  const leaving = columnsLeaving(compiled, request.node);
  const shown = [...new Set(request.columns ?? leaving.keys())];
  const named = [
    ...new Set([...shown, ...request.where.map(({ column }) => column), ...(request.sort === undefined ? [] : [request.sort.column])]),
  ];
  const places = new Map(
    named.map((name): [string, ColumnAt] => {
      const info = leaving.get(name);
      if (info === undefined) throw new Refused('column.unknown', { column: name });
      return [name, columnAt(info, request.node, entry.in)];
    }),
  );
  const extra = [...places.values()].flatMap((at) => (at.extra === undefined ? [] : [at.extra]));
  const tiers = fitted.outputs.tiers.at(-1)?.bands ?? [];
  const ids = [
    mask,
    ...tiers.map((band) => band.mask),
    ...[...places.values()].flatMap(({ where }) => (where.from === 'column' ? [where.id] : [])),
  ];
  const result = await sweep({ ...fitted, columns: [...fitted.columns, ...extra] }, on.table, {
    asOf,
    counts: [mask],
    columns: [...new Set(ids)],
    cache: on.cache,
    pause,
  });
  const columnOf = (name: string): ColumnData => {
    const where = places.get(name)?.where;
    const column = where?.from === 'field' ? on.table.fields[where.name] : result.columns[where?.id ?? ''];
    if (column === undefined) throw new Refused('column.unknown', { column: name });
    return column;
  };
  const people = selected(result.columns[mask], request, columnOf);
  if (request.sort !== undefined) sortRows(people, columnOf(request.sort.column), request.sort.descending);
  const from = cursorAt(request.cursor);
  const page = people.subarray(from, from + request.limit);
  const columns = shown.map((name) => ({ name, data: columnOf(name) }));
  return {
    total: people.length,
    generation: data.generation,
    asOf,
    columns: shown.map((name) => {
      const info = places.get(name)?.info;
      return { name, type: info?.type ?? 'string', title: info?.title ?? null, node: info?.node ?? null };
    }),
    tiers: tiers.map(({ id, title }) => ({ id, title })),
    rows: Array.from(page, (row) => ({
      key: String(cellAt(on.table.key, row)),
      tier: tiers.find((band) => isTrueAt(result.columns[band.mask], row))?.id ?? null,
      values: columns.map(({ data: column }) => cellAt(column, row)),
    })),
    cursor: from + page.length < people.length ? String(from + page.length) : null,
  };
}

function isTrueAt(mask: ColumnData | undefined, row: number): boolean {
  return mask?.type === 'boolean' && mask.values[row] === 1;
}

function cursorAt(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,12}$/.test(cursor)) throw new Refused('page.cursor');
  return Number(cursor);
}

/** Rows of the mask that fulfil every test, in order of the table. */
function selected(mask: ColumnData | undefined, { where }: PreviewRowsRequest, columnOf: (name: string) => ColumnData): Uint32Array {
  if (mask?.type !== 'boolean') return new Uint32Array(0);
  const tests = where.map((test) => testOf(test, columnOf(test.column)));
  const rows = new Uint32Array(mask.values.length);
  let n = 0;
  for (let row = 0; row < mask.values.length; row++) {
    if (mask.values[row] === 1 && tests.every((test) => test(row))) rows[n++] = row;
  }
  return rows.slice(0, n);
}

/** `is` equals a value (null: is missing); `from` ≤ value < `to`. */
function testOf(test: PreviewRowsRequest['where'][number], column: ColumnData): (row: number) => boolean {
  if (test.is !== undefined) {
    const { is } = test;
    return (row) => cellAt(column, row) === is;
  }
  const low = boundOf(column, test.from, Number.NEGATIVE_INFINITY);
  const high = boundOf(column, test.to, Number.POSITIVE_INFINITY);
  return (row) => {
    const value = numberAt(column, row);
    return value >= low && value < high;
  };
}

function boundOf(column: ColumnData, cell: Cell | undefined, otherwise: number): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return otherwise;
  return (column.type === 'date' ? parseDay(cell) : parseInstant(cell)) ?? otherwise;
}

/** Missing last; equal values stay in order of the table. */
function sortRows(rows: Uint32Array, column: ColumnData, descending: boolean): void {
  const turn = descending ? -1 : 1;
  const rankOf = column.type === 'string' ? textRanks(column.dictionary) : undefined;
  const at = (row: number): number =>
    column.type === 'string' ? (rankOf?.[column.codes[row] as number] ?? Number.NaN) : numberAt(column, row);
  rows.sort((a, b) => {
    const x = at(a);
    const y = at(b);
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return turn * (x - y) || a - b;
  });
}

/** Place of every dictionary entry in text order; the entry for missing is NaN. */
function textRanks(dictionary: readonly string[]): Float64Array {
  const order = dictionary
    .map((_, code) => code)
    .slice(1)
    .sort((a, b) => ((dictionary[a] ?? '') < (dictionary[b] ?? '') ? -1 : 1));
  const ranks = new Float64Array(dictionary.length).fill(Number.NaN);
  order.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return ranks;
}
