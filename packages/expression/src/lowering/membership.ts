// `in`: a value among constants, among written values, or among the values of a collection's lines.
import { limits } from '../limits.ts';
import type { Span, SyntaxOf } from '../syntax/tree.ts';
import { aggregate, freshLines, withWhere } from './aggregate.ts';
import { call, literal } from './build-expr.ts';
import { all, any, exists } from './choice.ts';
import { ofType, scalarOf, toSameType } from './coerce.ts';
import type { Lowering } from './lowering.ts';
import type { Lines, List, Parts, Place, Scalar } from './shape.ts';

export function lowerMembership(node: SyntaxOf<'binary'>, place: Place, lowering: Lowering): Scalar | undefined {
  const wanted = lowering.lower(node.left, place);
  const left = scalarOf(wanted, node.left.span, lowering);
  const right = lowering.lower(node.right, place);
  if (wanted?.kind === 'nothing') return literal(false);
  if (left === undefined || right === undefined) return undefined;
  const value = { value: left, span: node.left.span };
  if (right.kind === 'list') return amongList(value, right, node.right.span, lowering);
  if (right.kind === 'parts') return amongParts(left, right, node, lowering);
  if (right.kind === 'lines') return amongLines(left, right, node, lowering);
  const only = scalarOf(right, node.right.span, lowering, left.type);
  return only === undefined ? undefined : equal(value, { value: only, span: node.right.span }, lowering);
}

interface Written {
  readonly value: Scalar;
  readonly span: Span;
}

function equal(left: Written, right: Written, lowering: Lowering): Scalar | undefined {
  const pair = toSameType(left, right, lowering, 'formula.compare-types');
  return pair === undefined ? undefined : call('eq', pair);
}

function amongList(left: Written, list: List, span: Span, lowering: Lowering): Scalar | undefined {
  if (list.items.length > limits.list) return lowering.report('formula.list-too-long', span, { limit: limits.list });
  if (!lowering.spend(list.items.length, span)) return undefined;
  const constants: (boolean | number | string)[] = [];
  const parts: Scalar[] = [];
  for (const item of list.items) {
    if (item.kind !== 'scalar') return scalarOf(item, span, lowering);
    if (item.constant !== undefined && item.type === left.value.type) constants.push(item.constant);
    else {
      const same = equal(left, { value: item, span }, lowering);
      if (same === undefined) return undefined;
      parts.push(same);
    }
  }
  if (constants.length > 0) parts.unshift(call('in', [left.value], { list: { at: 1, values: [...new Set(constants)] } }));
  return parts.length === 0 ? literal(false) : any(parts);
}

/** A part of a text cut at one character: found between two separators, and without one inside. */
function amongParts(
  left: Scalar,
  { text, separator, limit }: Parts,
  { left: written, right }: SyntaxOf<'binary'>,
  lowering: Lowering,
): Scalar | undefined {
  if (limit !== undefined) return lowering.report('formula.split-limit', right.span);
  const value = ofType(left, 'string', written.span, lowering);
  if (value === undefined) return undefined;
  if (typeof separator.constant !== 'string' || separator.constant.length !== 1)
    return lowering.report('formula.split-separator', right.span);
  const found = call('contains', [call('concat', [separator, text, separator]), call('concat', [separator, value, separator])]);
  return all([exists(text), exists(value), call('not', [call('contains', [value, separator])]), found]);
}

/** True if a line has the value: the count of such lines is above 0. */
function amongLines(left: Scalar, right: Lines, node: SyntaxOf<'binary'>, lowering: Lowering): Scalar | undefined {
  const { value, ...lines } = freshLines(right, lowering);
  if (value === undefined) return scalarOf(right, node.right.span, lowering) as undefined;
  const pair = toSameType({ value: left, span: node.left.span }, { value, span: node.right.span }, lowering, 'formula.compare-types');
  if (pair === undefined) return undefined;
  const count = aggregate('count', withWhere(lines, call('eq', pair)), {}, { span: node.span, lowering });
  return count === undefined ? undefined : call('gt', [count, literal(0, 0)]);
}
