// = != < <= > >=. Equality with something missing is false, order with something missing is missing, as in JSONata.
// Both sides have one type; a date takes a constant text, an instant beside a day counts as its day.
import type { FunctionName } from '@tierflow/definition';
import type { BinaryOperator, SyntaxOf } from '../syntax/tree.ts';
import { call } from './build-expr.ts';
import { scalarOf, toSameType } from './coerce.ts';
import type { Lowering } from './lowering.ts';
import type { Place, Scalar, Shape } from './shape.ts';
import { isWritten, sameWritten } from './written-equality.ts';

const FUNCTIONS = {
  '=': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
} as const satisfies Partial<Record<BinaryOperator, FunctionName>>;

export type ComparisonOperator = keyof typeof FUNCTIONS;

export function isComparison(operator: BinaryOperator): operator is ComparisonOperator {
  return Object.hasOwn(FUNCTIONS, operator);
}

export function lowerComparison(
  operator: ComparisonOperator,
  node: SyntaxOf<'binary'>,
  place: Place,
  lowering: Lowering,
): Scalar | undefined {
  if (isNull(node)) return reportNull(operator, node, lowering);
  const leftShape = lowering.lower(node.left, place);
  const rightShape = lowering.lower(node.right, place);
  if ((operator === '=' || operator === '!=') && isWritten(leftShape) && isWritten(rightShape)) {
    const same = sameWritten(leftShape, rightShape, node.span, lowering);
    return same === undefined || operator === '=' ? same : call('not', [same]);
  }
  const left = comparable(leftShape, rightShape, node.left.span, lowering);
  const right = comparable(rightShape, leftShape, node.right.span, lowering);
  if (left === undefined || right === undefined) return undefined;
  const pair = toSameType(
    { value: left, span: node.left.span },
    { value: right, span: node.right.span },
    lowering,
    'formula.compare-types',
  );
  if (pair === undefined) return undefined;
  if (pair[0].type === 'boolean' && operator !== '=' && operator !== '!=') return lowering.report('formula.order-boolean', node.span);
  return call(FUNCTIONS[operator], pair);
}

/** A bare nothing takes the type of the other side. */
function comparable(
  shape: Shape | undefined,
  other: Shape | undefined,
  span: SyntaxOf<'binary'>['span'],
  lowering: Lowering,
): Scalar | undefined {
  return scalarOf(shape, span, lowering, other?.kind === 'scalar' ? other.type : 'string');
}

function isNull(node: SyntaxOf<'binary'>): boolean {
  return node.left.kind === 'null' || node.right.kind === 'null';
}

/** Null is missing, and nothing equals missing: say what was meant. */
function reportNull(operator: ComparisonOperator, node: SyntaxOf<'binary'>, lowering: Lowering): undefined {
  const other = node.left.kind === 'null' ? node.right : node.left;
  const written = lowering.text.slice(other.span.from, other.span.to);
  const instead = operator === '!=' ? `$exists(${written})` : `$not($exists(${written}))`;
  const { from, to } = node.span;
  const repaired = operator === '=' || operator === '!=' ? lowering.text.slice(0, from) + instead + lowering.text.slice(to) : undefined;
  return lowering.report('formula.null-comparison', node.span, { instead }, repaired);
}
