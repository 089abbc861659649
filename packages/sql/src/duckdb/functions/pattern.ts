// Regular expressions: the evaluator's engine and DuckDB's are both RE2, so constant patterns of their common part mean the same.
import type { Expr } from '@tierflow/definition';
import { SqlRefusal } from '../../refusal.ts';
import type { Call, Compiled } from '../context.ts';
import { type Fragment, integer, sql, text } from '../fragment.ts';
import { readSafePattern, type SafePattern } from '../safe-pattern.ts';
import { bound, eager, type Implementation, whereThere } from './implementation.ts';
import { LONGEST_RESULT, units } from './text-length.ts';

const constantOf = (expr: Expr | undefined): boolean | number | string | undefined => (expr?.op === 'literal' ? expr.value : undefined);

/** The constant pattern of a call. */
function patternOf({ fn, args }: Call): SafePattern & { readonly quoted: Fragment } {
  const pattern = constantOf(args[1]);
  const read = typeof pattern === 'string' ? readSafePattern(pattern) : undefined;
  if (typeof pattern !== 'string' || read === undefined) throw new SqlRefusal('sql.argument', fn);
  return { ...read, quoted: text(pattern) };
}

export const matches: Implementation = eager((call, a) => sql`regexp_matches(${a}, ${patternOf(call).quoted})`);

/** The engine tells a group that took no part from an empty one only by the pattern. */
export const matchPart: Implementation = bound((call, a) => {
  const { quoted, groups } = patternOf(call);
  const group = constantOf(call.args[2]);
  if (typeof group !== 'number' || (group > 0 && group <= groups.length && !groups[group - 1]))
    throw new SqlRefusal('sql.argument', call.fn);
  if (!Number.isInteger(group) || group < 0 || group > groups.length) return sql`CAST(NULL AS VARCHAR)`;
  if (group > 9) throw new SqlRefusal('sql.argument', call.fn);
  return sql`CASE WHEN regexp_matches(${a}, ${quoted}) THEN regexp_extract(${a}, ${quoted}, ${integer(group)}) END`;
});

export const replaceMatches: Implementation = bound((call, a): Compiled => {
  const { quoted, groups, empty } = patternOf(call);
  const by = constantOf(call.args[2]);
  // After a match, the engines do not agree on whether nothing matches at its end.
  if (empty || typeof by !== 'string') throw new SqlRefusal('sql.argument', call.fn);
  const often = call.args.length > 3 ? constantOf(call.args[3]) : Number.POSITIVE_INFINITY;
  // The engine replaces all or the first.
  if (typeof often !== 'number' || (often >= 2 && often < Number.POSITIVE_INFINITY)) throw new SqlRefusal('sql.argument', call.fn);
  const options = often < 2 ? text('') : text('g');
  const replaced = often < 1 ? a : call.bind(sql`regexp_replace(${a}, ${quoted}, ${text(rewriteOf(by, groups.length))}, ${options})`);
  const tooLong = sql`strlen(${replaced}) > ${LONGEST_RESULT} AND ${units(replaced)} > ${LONGEST_RESULT}`;
  return { value: replaced, error: whereThere([a], sql`CASE WHEN ${tooLong} THEN 'text.too-long' END`) };
});

/** `$1` as `\1`; a group that the pattern does not have is empty. */
function rewriteOf(by: string, groups: number): string {
  return by
    .replaceAll('\\', '\\\\')
    .replaceAll(/\$(\d|\$)/g, (_, mark: string) => (mark === '$' ? '$' : Number(mark) <= groups ? `\\${mark}` : ''));
}
