// What stands at a place of a list that is known when the SQL is made.
import { type Call, numbersOf, textsOf } from '../context.ts';
import { type Fragment, joined, number, sql, text } from '../fragment.ts';
import { bound, type Implementation } from './implementation.ts';

const at = (type: Fragment, entriesOf: (call: Call) => readonly Fragment[]): Implementation =>
  bound((call, _, place) => {
    const entries = entriesOf(call);
    if (entries.length === 0) return sql`CAST(NULL AS ${type})`;
    const cases = entries.map((entry, index) => sql`WHEN ${number(index + 1)} THEN ${entry}`);
    return sql`CASE ${place} ${joined(cases, ' ')} END`;
  });

export const textAt = at(sql`VARCHAR`, (call) => textsOf(call, 0).map(text));
export const numberAt = at(sql`DOUBLE`, (call) => numbersOf(call, 0).map(number));
