// Boolean functions and choice. Parts that the evaluator would not come to raise no error.
import { type Compiled, compiled, firstError } from '../context.ts';
import { type Fragment, joined, sql } from '../fragment.ts';
import { isPresent } from '../present.ts';
import { eager, type Implementation } from './implementation.ts';

const raises = (parts: readonly Compiled[]): boolean => parts.some((part) => part.error !== undefined);

/** Errors of parts that are evaluated one after the other while `goesOn` holds for all values before. */
function errorsWhile(parts: readonly Compiled[], goesOn: (value: Fragment) => Fragment): Fragment | undefined {
  let rest: Fragment | undefined;
  for (const { value, error } of [...parts].reverse()) {
    const later: Fragment | undefined = rest === undefined ? undefined : sql`CASE WHEN ${goesOn(value)} THEN ${rest} END`;
    rest = firstError([error, later]);
  }
  return rest;
}

const junction =
  (separator: string, goesOn: (value: Fragment) => Fragment, missingIsFalse: boolean): Implementation =>
  (args, { bind, args: exprs, context }) => {
    const parts = raises(args) ? args.map((part) => ({ ...part, value: bind(part.value) })) : args;
    const values = parts.map(({ value }, at) =>
      !missingIsFalse || isPresent(exprs[at] ?? { op: 'missing', type: 'boolean' }, context) ? value : sql`COALESCE(${value}, FALSE)`,
    );
    return compiled(sql`(${joined(values, separator)})`, errorsWhile(parts, goesOn));
  };

export const and = junction(' AND ', (value) => value, true);
export const or = junction(' OR ', (value) => sql`COALESCE(NOT ${value}, TRUE)`, true);
/** Goes on after unknown: a later false still wins. */
export const and3 = junction(' AND ', (value) => sql`COALESCE(${value}, TRUE)`, false);
export const or3 = junction(' OR ', (value) => sql`COALESCE(NOT ${value}, TRUE)`, false);

export const not: Implementation = eager((_, a) => sql`(NOT ${a})`);
export const isMissing: Implementation = eager((_, a) => sql`(${a} IS NULL)`);
export const exists: Implementation = eager((_, a) => sql`(${a} IS NOT NULL)`);

export const isTrue: Implementation = eager(({ args, context }, a) =>
  args.every((arg) => isPresent(arg, context)) ? a : sql`COALESCE(${a}, FALSE)`,
);

export const isBlank: Implementation = eager(({ types }, a) =>
  types[0] === 'string' ? sql`COALESCE(${a} = '', TRUE)` : sql`(${a} IS NULL)`,
);

export const truthy: Implementation = eager(({ types }, a) => {
  switch (types[0]) {
    case 'boolean':
      return sql`COALESCE(${a}, FALSE)`;
    case 'number':
      return sql`COALESCE(${a} <> 0e0, FALSE)`;
    case 'string':
      return sql`COALESCE(${a} <> '', FALSE)`;
    default:
      return sql`(${a} IS NOT NULL)`;
  }
});

/** Conditions and values in turn; a last single one is the value otherwise. `if` is the case of one pair. */
export const choose: Implementation = (args, { bind }) => {
  const careful = raises(args);
  const pairs = Array.from({ length: args.length >> 1 }, (_, at) => {
    const condition = args[2 * at] as Compiled;
    return { condition: careful ? { ...condition, value: bind(condition.value) } : condition, then: args[2 * at + 1] as Compiled };
  });
  const otherwise = args.length % 2 === 1 ? args.at(-1) : undefined;
  const cases = pairs.map(({ condition, then }) => sql`WHEN ${condition.value} THEN ${then.value}`);
  const last = otherwise === undefined ? sql`` : sql` ELSE ${otherwise.value}`;
  let error = otherwise?.error;
  for (const { condition, then } of [...pairs].reverse()) {
    if (then.error !== undefined || error !== undefined)
      error = sql`CASE WHEN ${condition.value} THEN ${then.error ?? sql`NULL`} ELSE ${error ?? sql`NULL`} END`;
    error = firstError([condition.error, error]);
  }
  return compiled(sql`CASE ${joined(cases, ' ')}${last} END`, error);
};

export const coalesce: Implementation = (args, { bind }) => {
  const parts = raises(args) ? args.map((part) => ({ ...part, value: bind(part.value) })) : args;
  const values = joined(
    parts.map((part) => part.value),
    ', ',
  );
  return compiled(
    sql`COALESCE(${values})`,
    errorsWhile(parts, (value) => sql`${value} IS NULL`),
  );
};
