// A table of a warehouse as the relation that a definition's SQL reads: every column cast to its type, lines in order of time.
import type { Collection, Definition, Field } from '@tierflow/definition';
import { quoteName } from '../quote.ts';
import { type Fragment, joined, number, sql, text } from './fragment.ts';

/** Largest magnitude of a number in a record. */
const LARGEST = number(2 ** 53);

/**
 * A relation for `applySql` over a table with one row for each customer: a column for each field, under the field's name and of any
 * type that casts to it, and for each collection a LIST of STRUCT in any order. What does not fit the type is missing. Times
 * without a zone are read in the definition's.
 */
export function tableRelation({ input, timeZone }: Pick<Definition, 'input' | 'timeZone'>, table: string): string {
  const name = fragment(table.split('.').map(quoteName).join('.'));
  const key = input.fields.some((field) => field.name === input.key) ? [] : [{ name: input.key, type: 'string' as const }];
  const fields = [...key, ...input.fields].map((field) => {
    const column = fragment(quoteName(field.name));
    return sql`${read(field, column, timeZone)} AS ${column}`;
  });
  const collections = input.collections.map(
    (collection) => sql`${readLines(collection, timeZone)} AS ${fragment(quoteName(collection.name))}`,
  );
  return sql`(SELECT ${joined([...fields, ...collections], ', ')}\nFROM ${name})`.text;
}

/** SQL that was quoted where it was made. */
const fragment = (text: string): Fragment => ({ text, row: 0, line: -1, atom: true });

function read({ type }: Field, column: Fragment, timeZone: string): Fragment {
  switch (type) {
    case 'number': {
      const cast = sql`TRY_CAST(${column} AS DOUBLE)`;
      return sql`CASE WHEN abs(${cast}) <= ${LARGEST} THEN ${cast} END`;
    }
    case 'string':
      return sql`CAST(${column} AS VARCHAR)`;
    case 'boolean':
      return sql`TRY_CAST(${column} AS BOOLEAN)`;
    case 'date':
      return sql`TRY_CAST(${column} AS DATE)`;
    case 'datetime': {
      const naive = sql`timezone(${text(timeZone)}, TRY_CAST(${column} AS TIMESTAMP))`;
      const instant = sql`CASE WHEN typeof(${column}) = 'TIMESTAMP' THEN ${naive} ELSE TRY_CAST(${column} AS TIMESTAMPTZ) END`;
      return sql`CAST(epoch_ms(${instant}) AS DOUBLE)`;
    }
  }
}

/** Stable by time, missing times last, as the evaluator reads a record's lines. */
function readLines({ name, time, fields }: Collection, timeZone: string): Fragment {
  const column = fragment(quoteName(name));
  const members = fields.map((field) => {
    const member = fragment(quoteName(field.name));
    return sql`${member} := ${read(field, sql`"~line".${member}`, timeZone)}`;
  });
  // Lines that are only counted have no field that is read, and a struct has at least one.
  const line = members.length === 0 ? sql`struct_pack("~" := TRUE)` : sql`struct_pack(${joined(members, ', ')})`;
  if (time === undefined) return sql`list_transform(${column}, lambda "~line": ${line})`;
  const timed = fields.find((field) => field.name === time);
  const at = timed === undefined ? sql`NULL` : read(timed, sql`"~line".${fragment(quoteName(time))}`, timeZone);
  const placed = sql`list_transform(${column}, lambda "~line", "~i": {'late': ${at} IS NULL, 'time': ${at}, 'place': "~i", 'line': ${line}})`;
  return sql`list_transform(list_sort(${placed}), lambda "~placed": "~placed"."line")`;
}
