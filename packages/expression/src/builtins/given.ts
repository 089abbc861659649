// What functions over lists and objects give to the function they call: as many arguments as it takes.
import type { FunctionShape, Shape } from '../lowering/shape.ts';

/** How many arguments a function takes; one where that is not known. */
export function arityOf(callee: FunctionShape): number {
  if (callee.kind === 'lambda') return callee.parameters.length;
  return callee.kind === 'builtin' ? (callee.arity ?? 1) : 1;
}

/** The first of them is always given. */
export function givenTo(callee: FunctionShape, shapes: readonly Shape[]): readonly Shape[] {
  return shapes.slice(0, Math.max(1, arityOf(callee)));
}
