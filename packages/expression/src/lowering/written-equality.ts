// Lists and objects written in a formula under = and !=: member by member.
import type { Span } from '../syntax/tree.ts';
import { call, literal } from './build-expr.ts';
import { all } from './choice.ts';
import { scalarOf, toSameType } from './coerce.ts';
import { complete } from './complete.ts';
import type { Lowering } from './lowering.ts';
import type { List, RecordShape, Scalar, Shape } from './shape.ts';

type Written = List | RecordShape;

/** True for what can only be compared member by member. */
export function isWritten(shape: Shape | undefined): shape is Written {
  return shape?.kind === 'list' || shape?.kind === 'record';
}

/** Whether two written things are the same; items that can be missing would shorten a list in secret. */
export function sameWritten(left: Shape, right: Shape, span: Span, lowering: Lowering): Scalar | undefined {
  if (!lowering.spend(1, span)) return undefined;
  if (left.kind === 'list' && right.kind === 'list') return sameItems(left, right, span, lowering);
  if (left.kind === 'record' && right.kind === 'record') return sameFields(left, right, span, lowering);
  if (isWritten(left) || isWritten(right))
    return isCertain(left) && isCertain(right) ? literal(false) : lowering.report('formula.written-list', span);
  const [a, b] = [scalarOf(left, span, lowering), scalarOf(right, span, lowering)];
  if (a === undefined || b === undefined) return undefined;
  const pair = toSameType({ value: a, span }, { value: b, span }, lowering, 'formula.compare-types');
  return pair === undefined ? undefined : call('eq', pair);
}

/** A list that came out of a path is a single value if it has one item. */
function isCertain(shape: Shape): boolean {
  return shape.kind !== 'list' || shape.sequence !== true;
}

function sameItems(left: List, right: List, span: Span, lowering: Lowering): Scalar | undefined {
  if ([...left.items, ...right.items].some((item) => item.kind === 'scalar' && item.optional))
    return lowering.report('formula.written-list', span);
  if (left.items.length !== right.items.length) return literal(false);
  const parts = left.items.map((item, at) => sameWritten(item, right.items[at] ?? item, span, lowering));
  return allOf(parts);
}

function sameFields(left: RecordShape, right: RecordShape, span: Span, lowering: Lowering): Scalar | undefined {
  const [mine, theirs] = [[...left.fields], right.fields];
  if ([...mine.map(([, field]) => field), ...theirs.values()].some((field) => field.kind === 'scalar' && field.optional))
    return lowering.report('formula.written-list', span);
  if (mine.length !== theirs.size || mine.some(([name]) => !theirs.has(name))) return literal(false);
  return allOf(mine.map(([name, field]) => sameWritten(field, theirs.get(name) ?? field, span, lowering)));
}

function allOf(parts: readonly (Scalar | undefined)[]): Scalar | undefined {
  const whole = complete(parts);
  return whole === undefined ? undefined : all(whole);
}
