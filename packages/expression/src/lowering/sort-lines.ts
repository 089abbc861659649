// `orders^(amount)`, `orders^(>amount)` and `$sort(orders, …)`: lines in the order of one value.
import type { Span, Syntax, SyntaxOf } from '../syntax/tree.ts';
import { freshLines } from './aggregate.ts';
import { scalarOf } from './coerce.ts';
import { openFrame } from './frame.ts';
import type { Lowering } from './lowering.ts';
import { contextOf, type Lambda, type Lines, type Place, type Scalar, type Shape } from './shape.ts';

export function sortLines(shape: Shape, node: SyntaxOf<'sort'>, place: Place, lowering: Lowering): Shape | undefined {
  const [term] = node.terms;
  if (shape.kind === 'nothing') return shape;
  if (shape.kind !== 'lines' || term === undefined || node.terms.length > 1 || shape.order !== undefined)
    return lowering.report('formula.sort', node.span);
  const fresh = freshLines(shape, lowering);
  const order = scalarOf(lowering.lower(term.value, { ...place, context: contextOf(fresh) }), term.value.span, lowering);
  return order === undefined ? undefined : inOrder(fresh, order, { descending: term.descending, span: term.value.span }, lowering);
}

interface Ordering {
  readonly descending: boolean;
  readonly span: Span;
}

/** Lines in the order of a value of theirs. */
export function inOrder(lines: Lines, order: Scalar, { descending, span }: Ordering, lowering: Lowering): Lines | undefined {
  if (order.type === 'boolean') return lowering.report('formula.order-boolean', span);
  return { ...lines, order, ...(descending ? { descending: true } : {}) };
}

/** `$sort(orders, function($a, $b) { $a.amount > $b.amount })`: the function compares one value of two lines. */
export function sortByFunction(lines: Lines, fn: Lambda, span: Span, lowering: Lowering): Lines | undefined {
  const body = withoutBrackets(fn.body);
  const [first, second] = fn.parameters;
  const ordering = body.kind === 'binary' && (body.operator === '>' || body.operator === '<');
  if (!ordering || first === undefined || second === undefined || lines.order !== undefined)
    return lowering.report('formula.sort-function', span);
  const [one, other] = [freshLines(lines, lowering), freshLines(lines, lowering)];
  const frame = openFrame(fn.frame);
  frame.set(first, contextOf(one));
  frame.set(second, contextOf(other));
  const side = (node: Syntax): Scalar | undefined => {
    const made = lowering.lower(node, { context: fn.context, frame, called: true });
    return scalarOf(made, node.span, lowering);
  };
  const [left, right] = [side(body.left), side(body.right)];
  if (left === undefined || right === undefined) return undefined;
  const turned = left.line === other.line;
  const [mine, theirs] = turned ? [right, left] : [left, right];
  const compared = mine.line === one.line && theirs.line === other.line && JSON.stringify(mine.expr) === JSON.stringify(theirs.expr);
  if (!compared) return lowering.report('formula.sort-function', span);
  return inOrder(one, mine, { descending: (body.operator === '<') !== turned, span }, lowering);
}

function withoutBrackets(node: Syntax): Syntax {
  const [part, more] = node.kind === 'block' ? node.parts : [];
  return part === undefined || more !== undefined ? node : withoutBrackets(part);
}
