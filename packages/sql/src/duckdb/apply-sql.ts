// A definition as one query: what apply answers, for every customer of a relation.
import { parseDay, programOn } from '@tierflow/definition';
import { quoteName } from '../quote.ts';
import { compileProgram, type Made, neededFor, type Refused, type SqlProgram } from './compile-program.ts';

export interface ApplyOptions {
  /** A relation as it stands after FROM: SQL text that the caller answers for. */
  readonly from: string;
  /** Civil day `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Ids of the columns wanted; all if not given. */
  readonly columns?: readonly string[];
}

export interface ApplySql {
  /** A SELECT with all columns of the relation and those of the definition. */
  readonly sql: string;
  /** Name of a definition's column in the query, not quoted. */
  readonly nameOf: (id: string) => string;
  /** Name of the column with the code of its row error (NULL: none), where there can be one. */
  readonly errorOf: (id: string) => string | undefined;
}

/**
 * A definition as SQL for DuckDB 1.5, the session's settings as they ship. `from` has one row for each customer: a column for each
 * field (number DOUBLE, finite and at most 2^53; string VARCHAR; boolean BOOLEAN; date DATE; datetime DOUBLE, whole milliseconds
 * UTC) and for each collection a LIST of STRUCT of the same types, in order of time, missing times last. NULL is missing. The
 * definition is verified and fitted. Throws SqlRefusal where the answer could be another than the evaluator's.
 * @example
 * const { sql, nameOf } = applySql(definition, { from: 'customers', asOf: '2026-03-01' });
 */
export function applySql(program: SqlProgram, { from, asOf, columns }: ApplyOptions): ApplySql {
  const day = dayOf(asOf);
  const definition = programOn(program, day);
  const wanted = columns ?? definition.columns.map((column) => column.id);
  const { made, layers, refused } = compileProgram(definition, day, neededFor(definition.columns, wanted));
  if (refused[0] !== undefined) throw refused[0].refusal;
  const kept = new Set(wanted);
  const dropped = [...made].filter(([id]) => !kept.has(id)).flatMap(([, { name, errorName }]) => [name, ...(errorName ? [errorName] : [])]);
  const inner = [...layers.inner(), ...dropped].map(quoteName).join(', ');
  const found = (id: string): Made => {
    const column = made.get(id);
    if (column === undefined || !kept.has(id)) throw new RangeError(`no column ${id} in the query`);
    return column;
  };
  return {
    sql: `SELECT *${inner === '' ? '' : ` EXCLUDE (${inner})`}\nFROM ${layers.over(from)}`,
    nameOf: (id) => found(id).name,
    errorOf: (id) => found(id).errorName,
  };
}

/** All columns that DuckDB's SQL has no equal for, with the reason; those that are made of them are not listed. */
export function refusalsOf(definition: SqlProgram): readonly Refused[] {
  const all = new Set(definition.columns.map((column) => column.id));
  return compileProgram(definition, 0, all).refused;
}

function dayOf(asOf: string): number {
  const day = parseDay(asOf);
  if (day === undefined) throw new RangeError(`as-of.unreadable: ${asOf}`);
  return day;
}
