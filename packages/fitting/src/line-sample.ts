// The lines that an estimator reads: every line of a collection as a row of its own, with what it is compared with beside it.
import { type Definition, type Expr, type Field, type FitLines, rewrite, scopeOf, type TypeScope, typeOf } from '@tierflow/definition';
import { type CollectionData, type ColumnData, type StringColumn, type SweepOptions, sweep, type Table } from '@tierflow/evaluator';
import type { LineSample } from './estimators/estimator.ts';

export interface LineRequest {
  /** With the values of the parameters that are read. */
  readonly definition: Definition;
  readonly table: Table;
  /** Columns that the expressions read, by id. */
  readonly columns: { readonly [id: string]: ColumnData };
  readonly options: Pick<SweepOptions, 'asOf' | 'pause'>;
}

/** Evaluates what is asked of every line of a collection. A line for which an error is raised has no value, or is not kept. */
export async function sampleLines(lines: FitLines, request: LineRequest): Promise<LineSample> {
  const { definition, table, options } = request;
  const collection = table.collections[lines.from];
  if (collection === undefined) {
    const none = new Uint32Array(table.rows);
    return { start: none, end: none, of: lines.of.map(() => NONE) };
  }
  const kept: readonly Expr[] = lines.where === undefined ? [] : [{ op: 'call', fn: 'isTrue', args: [lines.where] }];
  const laid = layOut([...lines.of, ...kept], lines.from, collection, request);
  const columns = laid.exprs.map((expr, at) => ({
    id: String(at),
    node: '',
    type: typeOf(expr, laid.types) ?? ('string' as const),
    expr,
    ...(at < lines.of.length ? {} : { mask: true as const }),
  }));
  const { parameters, timeZone } = definition;
  const program = { columns, parameters, input: { key: '', fields: laid.fields, collections: [] }, timeZone, requires: [] };
  const rows: Table = { rows: collection.lines, key: NONE, fields: laid.data, collections: {} };
  // No cache: it holds columns of customers.
  const { asOf, pause } = options;
  const swept = await sweep(program, rows, {
    asOf,
    counts: [],
    columns: columns.map(({ id }) => id),
    ...(pause === undefined ? {} : { pause }),
  });
  const found = columns.map(({ id }) => swept.columns[id] as ColumnData);
  const mask = found[lines.of.length];
  return {
    start: collection.start,
    end: collection.end,
    of: found.slice(0, lines.of.length),
    ...(mask?.type === 'boolean' ? { kept: mask.values } : {}),
  };
}

const NONE: StringColumn = { type: 'string', codes: new Uint32Array(), dictionary: [''] };

interface LaidOut {
  readonly exprs: readonly Expr[];
  readonly types: TypeScope;
  readonly fields: readonly Field[];
  readonly data: { readonly [name: string]: ColumnData };
}

/** Everything the expressions read becomes a field of the row: those of the line as they are, those of its customer once a line. */
function layOut(exprs: readonly Expr[], from: string, collection: CollectionData, { definition, table, columns }: LineRequest): LaidOut {
  const scope = scopeOf(definition);
  const types: TypeScope = { ...scope, line: scope.collection(from) ?? [] };
  const fields = new Map<string, Field>();
  const data: { [name: string]: ColumnData } = {};
  const place = (part: Expr): Expr => {
    if (part.op !== 'line' && part.op !== 'field' && part.op !== 'column') return part;
    const name = `${part.op} ${part.op === 'column' ? part.id : part.name}`;
    const type = typeOf(part, types);
    if (type === undefined || fields.has(name)) return { op: 'field', name };
    fields.set(name, { name, type });
    const ofLine = part.op === 'line' ? collection.fields[part.name] : undefined;
    const ofCustomer = part.op === 'field' ? table.fields[part.name] : part.op === 'column' ? columns[part.id] : undefined;
    const found = ofCustomer === undefined ? ofLine : spread(ofCustomer, collection);
    if (found !== undefined) data[name] = found;
    return { op: 'field', name };
  };
  const placed = exprs.map((expr) => rewrite(expr, place));
  return { exprs: placed, types: { ...types, field: (name) => fields.get(name)?.type }, fields: [...fields.values()], data };
}

/** A customer's value beside each of their lines. */
function spread(data: ColumnData, collection: CollectionData): ColumnData {
  switch (data.type) {
    case 'string':
      return { ...data, codes: fill(data.codes, new Uint32Array(collection.lines), collection) };
    case 'boolean':
      return { ...data, values: fill(data.values, new Uint8Array(collection.lines), collection) };
    case 'number':
      return { ...data, values: fill(data.values, new Float64Array(collection.lines), collection) };
    case 'date':
      return { ...data, values: fill(data.values, new Int32Array(collection.lines), collection) };
    case 'datetime': {
      const days = data.days.length === 0 ? data.days : fill(data.days, new Int32Array(collection.lines), collection);
      return { ...data, values: fill(data.values, new Float64Array(collection.lines), collection), days };
    }
  }
}

function fill<T extends Uint32Array | Uint8Array | Float64Array | Int32Array>(values: T, filled: T, { start, end }: CollectionData): T {
  for (let row = 0; row < start.length; row++) filled.fill(values[row] as number, start[row], end[row]);
  return filled;
}
