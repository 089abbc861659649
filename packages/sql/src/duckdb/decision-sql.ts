// Decisions as one query: what `decide` answers for one customer, for every row of a table.
import { type Definition, parseDay, programOn } from '@tierflow/definition';
import { quoteName, quoteText } from '../quote.ts';
import { applySql } from './apply-sql.ts';
import { neededFor } from './compile-program.ts';
import { nameGiver } from './names.ts';
import { tableRelation } from './table-relation.ts';

export interface DecisionSqlOptions {
  /** Name of a table with one row for each customer; dots part schema and name. */
  readonly table: string;
  /** Civil day `YYYY-MM-DD`. */
  readonly asOf: string;
}

/**
 * A SELECT with one row for each customer: key, tier, score, a column for each score and label under its name, segments and playbooks
 * as lists, and the notes of row errors as a list of {code, at}. A name that is taken gives way to the column's id. Throws
 * SqlRefusal where the answer could be another than the evaluator's.
 */
export function decisionSql(seasonal: Definition, { table, asOf }: DecisionSqlOptions): string {
  const definition = programOn(seasonal, parseDay(asOf) ?? Number.NaN);
  const { outputs, input, columns } = definition;
  const main = outputs.tiers.at(-1);
  const masks = [...(main?.bands ?? []), ...outputs.segments, ...outputs.playbooks].map(({ mask }) => mask);
  const named = [...outputs.scores, ...outputs.labels];
  const wanted = [...masks, ...(main?.score === undefined ? [] : [main.score]), ...named.map(({ column }) => column)];
  const needed = neededFor(columns, wanted);
  const ids = columns.filter((column) => needed.has(column.id)).map(({ id }) => id);
  const applied = applySql(definition, { from: tableRelation(definition, table), asOf, columns: ids });
  const nameOf = (id: string): string => quoteName(applied.nameOf(id));
  const give = nameGiver(['key', 'tier', 'score', 'segments', 'playbooks', 'notes']);
  const bands = (main?.bands ?? []).map(({ id, mask }) => `WHEN ${nameOf(mask)} THEN ${quoteText(id)}`);
  const answers = [
    `${quoteName(input.key)} AS key`,
    `${bands.length === 0 ? 'CAST(NULL AS VARCHAR)' : `CASE ${bands.join(' ')} END`} AS tier`,
    `${main?.score === undefined ? 'CAST(NULL AS DOUBLE)' : nameOf(main.score)} AS score`,
    ...named
      .filter(({ name, column }) => column !== main?.score || name !== 'score')
      .map(({ name, column }) => `${nameOf(column)} AS ${quoteName(give(name))}`),
    `${listOf(outputs.segments.map(({ id, mask }) => [nameOf(mask), quoteText(id)]))} AS segments`,
    `${listOf(outputs.playbooks.map(({ id, mask }) => [nameOf(mask), quoteText(id)]))} AS playbooks`,
    `${notesOf(ids, applied)} AS notes`,
  ];
  return `SELECT ${answers.join(',\n  ')}\nFROM (${applied.sql})`;
}

/** Texts whose condition holds. */
function listOf(items: readonly (readonly [condition: string, text: string])[]): string {
  const texts = items.map(([condition, text]) => `CASE WHEN ${condition} THEN ${text} END`);
  return `list_filter(CAST([${texts.join(', ')}] AS VARCHAR[]), lambda "~x": "~x" IS NOT NULL)`;
}

function notesOf(ids: readonly string[], { errorOf }: ReturnType<typeof applySql>): string {
  const notes = ids.flatMap((id) => {
    const error = errorOf(id);
    return error === undefined ? [] : [`{'code': ${quoteName(error)}, 'at': ${quoteText(id)}}`];
  });
  return `list_filter(CAST([${notes.join(', ')}] AS STRUCT(code VARCHAR, "at" VARCHAR)[]), lambda "~x": "~x".code IS NOT NULL)`;
}
