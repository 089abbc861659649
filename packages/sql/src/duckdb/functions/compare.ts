// Comparison and membership. The three-valued family is SQL's own; the other answers false where a side is missing.
import type { ValueType } from '@tierflow/definition';
import type { Call } from '../context.ts';
import { boolean, type Fragment, joined, number, sql, text } from '../fragment.ts';
import { isPresent } from '../present.ts';
import { eager, type Implementation } from './implementation.ts';

const order = (operator: Fragment): Implementation => eager((_, a, b) => sql`(${a} ${operator} ${b})`);

export const lt = order(sql`<`);
export const le = order(sql`<=`);
export const gt = order(sql`>`);
export const ge = order(sql`>=`);
export const eq3 = order(sql`=`);
export const ne3 = order(sql`<>`);

const orFalse = (operator: Fragment): Implementation =>
  eager(({ args, context }, a, b) => {
    const compared = sql`(${a} ${operator} ${b})`;
    return args.every((arg) => isPresent(arg, context)) ? compared : sql`COALESCE(${compared}, FALSE)`;
  });

export const eq = orFalse(sql`=`);
export const ne = orFalse(sql`<>`);

export const in3: Implementation = eager((call, a) => member(call, a));
export const memberOf: Implementation = eager((call, a) => sql`COALESCE(${member(call, a)}, FALSE)`);

/** Members of another type than the value are never equal to it. */
function member({ args, types }: Call, a: Fragment): Fragment {
  const list = args[1]?.op === 'list' ? args[1].values : [];
  const type = types[0];
  const members = list.map((value) => memberLiteral(value, type)).filter((value) => value !== undefined);
  if (members.length === 0) return sql`CASE WHEN ${a} IS NOT NULL THEN FALSE END`;
  // Days stand in lists as day numbers.
  const value = type === 'date' ? sql`CAST(${a} - DATE '1970-01-01' AS DOUBLE)` : a;
  return sql`(${value} IN (${joined(members, ', ')}))`;
}

function memberLiteral(value: boolean | number | string, type: ValueType | undefined): Fragment | undefined {
  if (typeof value === 'number') return type === 'number' || type === 'date' || type === 'datetime' ? number(value) : undefined;
  if (typeof value === 'string') return type === 'string' ? text(value) : undefined;
  return type === 'boolean' ? boolean(value) : undefined;
}
