// One line of a collection, `orders[0]` or `(orders^(day))[-1]`, and what is read from it.
import { type At, aggregate, freshLines, orderOf } from './aggregate.ts';
import { scalarOf } from './coerce.ts';
import { distanceOf } from './position.ts';
import type { Lines, PickedLine, Row, Scalar, Shape } from './shape.ts';

/** The lines anew and the line of them that a step or name is about. */
export function rowOfPicked({ lines }: PickedLine, at: At): { readonly fresh: Lines; readonly row: Row } {
  const fresh = freshLines(lines, at.lowering);
  return { fresh, row: { kind: 'row', collection: fresh.collection, line: fresh.line, prefix: fresh.prefix } };
}

/** A value of the picked line, missing where that line has none. */
export function valueOfPicked(picked: PickedLine, fresh: Lines, made: Shape | undefined, at: At): Scalar | undefined {
  const value = scalarOf(made, at.span, at.lowering);
  if (value === undefined) return undefined;
  if (value.line === undefined) return at.lowering.report('formula.step-constant', at.span, { collection: fresh.collection.name });
  return aggregate(picked.at < 0 ? 'last' : 'first', fresh, { value, by: orderOf(fresh), at: distanceOf(picked.at) }, at);
}
