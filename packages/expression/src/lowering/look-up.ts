// A whole name of the scope → the column or the lines it stands for.
import { linesOf } from './aggregate.ts';
import { reading } from './build-expr.ts';
import type { Lowering } from './lowering.ts';
import type { Lines, Scalar } from './shape.ts';

/** A column or collection of the scope; undefined, without a report, if there is none. */
export function lookUp(name: string, lowering: Lowering): Scalar | Lines | undefined {
  const column = lowering.scope.column(name);
  if (column !== undefined) {
    lowering.read(name);
    return reading(column.expr, column.type, column.decimals === undefined ? {} : { decimals: column.decimals });
  }
  const collection = lowering.scope.collection(name);
  if (collection === undefined) return undefined;
  lowering.read(name);
  return linesOf(collection, lowering);
}
