// What stands in the table of functions: how a call becomes SQL from its arguments' SQL.
import { type Call, type Compiled, compiled, firstError } from '../context.ts';
import { type Fragment, sql } from '../fragment.ts';

/** `refused`: the dialect has no equal of the function. */
export type Implementation = ((args: readonly Compiled[], call: Call) => Compiled) | 'refused';

/** A function's SQL from its arguments' values: NULL where an argument is NULL, unless the table says otherwise. */
type Values = (call: Call, ...values: Fragment[]) => Fragment | Compiled;

/** All arguments are evaluated in order, then the function. */
export function eager(say: Values): Implementation {
  return (args, call) => {
    const answer = say(call, ...args.map((arg) => arg.value));
    const own = 'value' in answer ? answer : { value: answer };
    return compiled(own.value, firstError([...args.map((arg) => arg.error), own.error]));
  };
}

/** As eager; every value may be written several times. */
export function bound(say: Values): Implementation {
  return eager((call, ...values) => say(call, ...values.map(call.bind)));
}

/** NULL unless all of these are there. */
export function whereThere(values: readonly Fragment[], answer: Fragment): Fragment {
  const there = values.map((value) => sql`${value} IS NOT NULL`);
  const all = there.reduce((conditions, next) => sql`${conditions} AND ${next}`);
  return sql`CASE WHEN ${all} THEN ${answer} END`;
}
