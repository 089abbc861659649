// Which lines of a collection an aggregate sees: those up to the as-of day, in the window, that meet the condition.
import type { Expr } from '@tierflow/definition';
import type { CollectionInfo } from './define-node.ts';
import { allOf, asOf, call, line, literal } from './expressions.ts';

/** The civil day of a line, from its time field or another one; undefined if the collection has no time. */
export function lineDay(collection: CollectionInfo, field = collection.time): Expr | undefined {
  const found = collection.fields.find((candidate) => candidate.name === field);
  if (found === undefined || (found.type !== 'date' && found.type !== 'datetime')) return undefined;
  return found.type === 'date' ? line(found.name) : call('dateOf', line(found.name));
}

/** The `where` of an aggregate: lines after the as-of day, or outside the last `window` days, or not meeting `condition`, are not seen. */
export function linesWhere(
  collection: CollectionInfo,
  limits: { readonly condition?: Expr; readonly window?: number } = {},
): { readonly where?: Expr } {
  const day = lineDay(collection);
  const parts: Expr[] = [];
  if (day !== undefined) {
    parts.push(call('le', day, asOf));
    if (limits.window !== undefined) parts.push(call('ge', day, call('addDays', asOf, literal(1 - limits.window))));
  }
  if (limits.condition !== undefined) parts.push(limits.condition);
  return parts.length === 0 ? {} : { where: allOf(parts) };
}
