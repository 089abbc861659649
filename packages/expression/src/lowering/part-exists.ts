// Whether parts of a record or of lines are there: `$exists(address)`, `$count(orders.delivery)`. A part is there if any
// of its fields is.
import { type At, aggregate, freshLines, withWhere } from './aggregate.ts';
import { call, literal, reading } from './build-expr.ts';
import { any, exists } from './choice.ts';
import { complete } from './complete.ts';
import { lookUp } from './look-up.ts';
import type { Lines, Root, Row, Scalar } from './shape.ts';

export function partExists(part: Root | Row, at: At): Scalar | undefined {
  const { prefix } = part;
  if (prefix === '') return literal(true);
  if (part.kind === 'row') return any(fieldsBehind(part).map(exists));
  const names = at.lowering.scope.names().filter((name) => name.startsWith(prefix));
  const there = complete(
    names.map((name) => {
      const found = lookUp(name, at.lowering);
      if (found?.kind === 'lines') return linesExist(found, at);
      return found?.kind === 'scalar' ? exists(found) : undefined;
    }),
  );
  return there === undefined ? undefined : any(there);
}

function fieldsBehind({ collection, line, prefix }: Pick<Row, 'collection' | 'line' | 'prefix'>): readonly Scalar[] {
  return collection.fields
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ name, type }) => reading({ op: 'line', name }, type, { line }));
}

/** The lines that have the part of them that is spoken of. */
export function linesWithPart(lines: Lines): Lines {
  if (lines.value !== undefined || lines.prefix === '') return lines;
  return withWhere(lines, any(fieldsBehind(lines).map(exists)));
}

/** At least one line more than `before`. */
export function linesExist(lines: Lines, at: At, before = 0): Scalar | undefined {
  const fresh = linesWithPart(freshLines(lines, at.lowering));
  const count = aggregate('count', fresh, fresh.value === undefined ? {} : { value: fresh.value }, at);
  return count === undefined ? undefined : call('gt', [count, literal(before, 0)]);
}
