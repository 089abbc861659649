// One row per customer out of swept columns: key, tier, score, scores, labels, segments, playbooks, and the named columns.
import { type Column, type Definition, formatDay, formatInstant, readsPrevious, type ValueType } from '@tierflow/definition';
import { type ColumnData, MISSING_DAY, type SweepResult, type Table, tierSince } from '@tierflow/evaluator';

export type Cell = boolean | number | string | null;

export interface CustomerRow {
  readonly key: string;
  readonly tier: string | null;
  /** Day since which the customer has the tier; only in flows that ask which tier they had. */
  readonly since?: string | null;
  readonly score: Cell;
  readonly scores: { readonly [name: string]: Cell };
  readonly labels: { readonly [name: string]: Cell };
  readonly segments: readonly string[];
  readonly playbooks: readonly string[];
  /** Named columns of the nodes that are neither scores nor labels: recency, spent_12m … */
  readonly columns: { readonly [name: string]: Cell };
}

interface NamedColumn {
  readonly name: string;
  readonly column: string;
  readonly type: ValueType;
}

/** Names of the parts of a row, the same for every customer. */
export interface RowShape {
  /** Rows say since when. */
  readonly since: boolean;
  /** Id of the column that the tiers are cut from. */
  readonly score?: string;
  readonly scores: readonly NamedColumn[];
  readonly labels: readonly NamedColumn[];
  readonly columns: readonly NamedColumn[];
}

export function rowShape(definition: Definition): RowShape {
  const { scores, labels } = definition.outputs;
  const shown = new Set([...scores, ...labels].map(({ column }) => column));
  const taken = new Set([...scores, ...labels].map(({ name }) => name));
  const columns = definition.columns.filter(({ id, name }) => name !== undefined && !shown.has(id));
  const score = definition.outputs.tiers.at(-1)?.score;
  return {
    since: readsPrevious(definition),
    ...(score === undefined ? {} : { score }),
    scores: scores.map((answer) => ({ ...answer, type: 'number' })),
    labels: labels.map((answer) => ({ ...answer, type: 'string' })),
    columns: columns.map((column) => ({ name: freeName(column, taken), column: column.id, type: column.type })),
  };
}

/** The first column of a name keeps it; others go by their id. */
function freeName({ id, name = id }: Column, taken: Set<string>): string {
  const free = taken.has(name) ? id : name;
  taken.add(free);
  return free;
}

/** Ids of the columns that a sweep has to write out for `customerRows`. */
export function columnsToWrite(definition: Definition): readonly string[] {
  const { outputs } = definition;
  const shape = rowShape(definition);
  const main = outputs.tiers.at(-1);
  const ids = [
    ...(main?.bands ?? []).map(({ mask }) => mask),
    ...(main?.score === undefined ? [] : [main.score]),
    ...[...shape.scores, ...shape.labels, ...shape.columns].map(({ column }) => column),
    ...[...outputs.segments, ...outputs.playbooks].map(({ mask }) => mask),
  ];
  return [...new Set(ids)];
}

/** Rows in order of the table. `swept` holds the columns of `columnsToWrite` on the as-of day. */
export function* customerRows(definition: Definition, table: Table, swept: SweepResult, asOf: string): Generator<CustomerRow> {
  const shape = rowShape(definition);
  const { outputs } = definition;
  const main = outputs.tiers.at(-1);
  const data = (id: string): ColumnData => swept.columns[id] as ColumnData;
  const isIn = (mask: string, row: number): boolean =>
    data(mask).type === 'boolean' ? (data(mask) as { values: Uint8Array }).values[row] === 1 : false;
  const members = (named: readonly NamedColumn[], row: number): { readonly [name: string]: Cell } => {
    const cells: { [name: string]: Cell } = Object.create(null);
    for (const { name, column } of named) cells[name] = cellOf(data(column), row);
    return cells;
  };
  for (let row = 0; row < table.rows; row++) {
    const tier = main?.bands.find(({ mask }) => isIn(mask, row))?.id ?? null;
    yield {
      key: table.key.dictionary[table.key.codes[row] as number] ?? '',
      tier,
      ...(shape.since ? { since: tier === null ? null : tierSince(table, row, tier, asOf) } : {}),
      score: main?.score === undefined ? null : cellOf(data(main.score), row),
      scores: members(shape.scores, row),
      labels: members(shape.labels, row),
      segments: outputs.segments.filter(({ mask }) => isIn(mask, row)).map(({ id }) => id),
      playbooks: outputs.playbooks.filter(({ mask }) => isIn(mask, row)).map(({ id }) => id),
      columns: members(shape.columns, row),
    };
  }
}

function cellOf(data: ColumnData, row: number): Cell {
  if (data.type === 'string') {
    const code = data.codes[row] as number;
    return code === 0 ? null : (data.dictionary[code] ?? null);
  }
  const value = data.values[row] as number;
  if (data.type === 'boolean') return value === 2 ? null : value === 1;
  if (data.type === 'date') return value === MISSING_DAY ? null : formatDay(value);
  if (Number.isNaN(value)) return null;
  return data.type === 'datetime' ? formatInstant(value) : value;
}
