// + - * / % and the minus sign. Missing in, missing out; results that are not finite are errors of the row.
import type { FunctionName } from '@tierflow/definition';
import type { BinaryOperator, Syntax, SyntaxOf } from '../syntax/tree.ts';
import { call } from './build-expr.ts';
import { numberOf } from './coerce.ts';
import type { Lowering, LowerNode } from './lowering.ts';
import type { Place, Scalar } from './shape.ts';

const FUNCTIONS = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '%': 'mod' } as const satisfies Partial<
  Record<BinaryOperator, FunctionName>
>;

export type ArithmeticOperator = keyof typeof FUNCTIONS;

export function isArithmetic(operator: BinaryOperator): operator is ArithmeticOperator {
  return Object.hasOwn(FUNCTIONS, operator);
}

/** A chain `a + b - c` is walked in a loop, so that a long one is not deep. */
export function lowerArithmetic(node: SyntaxOf<'binary'>, place: Place, lowering: Lowering): Scalar | undefined {
  const chain: { readonly operator: ArithmeticOperator; readonly right: Syntax }[] = [];
  let first: Syntax = node;
  while (first.kind === 'binary' && isArithmetic(first.operator)) {
    chain.unshift({ operator: first.operator, right: first.right });
    first = first.left;
  }
  let result = operand(first, place, lowering);
  for (const { operator, right } of chain) {
    const other = operand(right, place, lowering);
    result = result === undefined || other === undefined ? undefined : arithmetic(operator, result, other);
  }
  return result;
}

function operand(node: Syntax, place: Place, lowering: Lowering): Scalar | undefined {
  return numberOf(lowering.lower(node, place), node.span, lowering);
}

/** Two numbers combined. */
export function arithmetic(operator: ArithmeticOperator, left: Scalar, right: Scalar): Scalar {
  return call(FUNCTIONS[operator], [left, right], { decimals: decimalsOf(operator, left.decimals, right.decimals) });
}

/** Decimals of an exact result; beyond 15 doubles do not hold them. */
function decimalsOf(operator: ArithmeticOperator, left: number | undefined, right: number | undefined): number | undefined {
  if (left === undefined || right === undefined || operator === '/') return undefined;
  const decimals = operator === '*' ? left + right : Math.max(left, right);
  return decimals <= 15 ? decimals : undefined;
}

export const lowerNegate: LowerNode<'negate'> = (node, place, lowering) => {
  const value = numberOf(lowering.lower(node.value, place), node.value.span, lowering);
  return value === undefined ? undefined : call('neg', [value], { decimals: value.decimals });
};
