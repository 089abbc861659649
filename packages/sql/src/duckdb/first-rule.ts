// The first rule that fits: what somebody has as bits of a few whole numbers, and one comparison of bits for each rule.
import type { Aggregate } from '@tierflow/definition';
import { tableRules } from '@tierflow/definition';
import { SqlRefusal } from '../refusal.ts';
import type { Context } from './context.ts';
import { type Fragment, integer, joined, number, sql, text } from './fragment.ts';

/** Items for each whole number: bits up to 2^53 are exact in JavaScript, too. */
const BITS = 50;

/** `values`: a list of texts, some perhaps NULL. */
export function firstRule({ rules }: Aggregate, values: Fragment, context: Context): Fragment {
  const id = rules?.op === 'parameter' ? rules.id : '';
  const table = tableRules(context.parameter(id));
  if (table === undefined) throw new SqlRefusal('sql.not-fitted', id);
  const items = [...new Set(table.flatMap((rule) => [...rule.if, rule.then]))];
  if (table.length === 0) return sql`CAST(NULL AS DOUBLE)`;
  const list = context.bindRow(values);
  const words = chunks(items).map((chunk) => context.bindRow(wordOf(chunk, list)));
  const place = new Map(items.map((item, at) => [item, at]));
  const cases = table.map((rule, at) => {
    const needed = bitsOf(rule.if, place);
    const wanted = bitsOf([rule.then], place);
    const conditions = words.flatMap((word, index): readonly Fragment[] => [
      ...(needed.has(index) ? [sql`(${word} & ${integer(needed.get(index) ?? 0)}) = ${integer(needed.get(index) ?? 0)}`] : []),
      ...(wanted.has(index) ? [sql`(${word} & ${integer(wanted.get(index) ?? 0)}) = 0`] : []),
    ]);
    return sql`WHEN ${joined(conditions, ' AND ')} THEN ${number(at + 1)}`;
  });
  return sql`CASE ${joined(cases, ' ')} END`;
}

function chunks(items: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(items.length / BITS) }, (_, at) => items.slice(at * BITS, (at + 1) * BITS));
}

/** One bit for each item that is in the list. */
function wordOf(items: readonly string[], list: Fragment): Fragment {
  const cases = items.map((item, bit) => sql`WHEN ${text(item)} THEN ${integer(2 ** bit)}`);
  const bits = sql`list_transform(${list}, lambda "~v": CAST(CASE "~v" ${joined(cases, ' ')} END AS BIGINT))`;
  return sql`COALESCE(list_aggregate(${bits}, 'bit_or'), 0)`;
}

/** Bits by the whole number they are in. */
function bitsOf(items: readonly string[], place: ReadonlyMap<string, number>): ReadonlyMap<number, number> {
  const words = new Map<number, number>();
  for (const at of new Set(items.map((item) => place.get(item) ?? 0))) {
    const word = Math.floor(at / BITS);
    words.set(word, (words.get(word) ?? 0) + 2 ** (at % BITS));
  }
  return words;
}
