// and, or, and the joining of texts: chains become one call with many arguments.
import type { BinaryOperator, Syntax, SyntaxOf } from '../syntax/tree.ts';
import { call, literal } from './build-expr.ts';
import { all, any } from './choice.ts';
import { conditionOf, scalarOf } from './coerce.ts';
import { complete } from './complete.ts';
import type { Lowering } from './lowering.ts';
import type { Place, Scalar } from './shape.ts';

export function lowerAndOr(operator: 'and' | 'or', node: SyntaxOf<'binary'>, place: Place, lowering: Lowering): Scalar | undefined {
  const parts = complete(chainOf(operator, node).map((part) => conditionOf(lowering.lower(part, place), part.span, lowering)));
  if (parts === undefined) return undefined;
  return operator === 'and' ? all(parts) : any(parts);
}

/** Missing counts as an empty text; values that are no texts are written as texts. */
export function lowerConcat(node: SyntaxOf<'binary'>, place: Place, lowering: Lowering): Scalar | undefined {
  const parts = complete(chainOf('&', node).map((part) => scalarOf(lowering.lower(part, place), part.span, lowering)));
  return parts === undefined ? undefined : call('concat', parts.map(asText));
}

/** A value as text; missing stays missing. */
export function asText(value: Scalar): Scalar {
  if (value.type === 'string') return value;
  if (typeof value.constant === 'boolean' || Number.isInteger(value.constant)) return literal(String(value.constant));
  return call('toString', [value]);
}

/** Operands of a chain of one operator, left to right. */
function chainOf(operator: BinaryOperator, node: Syntax): readonly Syntax[] {
  const parts: Syntax[] = [];
  let rest = node;
  while (rest.kind === 'binary' && rest.operator === operator) {
    parts.unshift(rest.right);
    rest = rest.left;
  }
  return [rest, ...parts];
}
