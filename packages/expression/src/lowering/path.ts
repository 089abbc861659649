// Paths: names, steps and predicates. A path over a collection stays "lines" until an aggregate takes it in.
import { childrenOf } from '../syntax/children.ts';
import type { Filter, Span, Syntax, SyntaxOf } from '../syntax/tree.ts';
import { aggregate, freshLines, orderOf, withWhere } from './aggregate.ts';
import { call, literal, missing } from './build-expr.ts';
import { choose, whereThere } from './choice.ts';
import { conditionOf, scalarOf } from './coerce.ts';
import { complete } from './logic.ts';
import type { Lowering, LowerNode } from './lowering.ts';
import { firstMatch } from './match.ts';
import { memberOf } from './member.ts';
import { rowOfPicked, valueOfPicked } from './picked-line.ts';
import { type Lines, type List, nothing, type Place, type Row, type Scalar, type Shape } from './shape.ts';

export const lowerName: LowerNode<'name'> = (node, place, lowering) => memberOf(place.context, node.name, node.span, lowering);

export const lowerPath: LowerNode<'path'> = (node, place, lowering) => {
  let shape: Shape | undefined;
  for (const [at, step] of node.steps.entries()) {
    shape = at === 0 ? lowering.lower(step.node, place) : takeStep(shape, step.node, place, lowering);
    // Predicates behind the first step, if it is not a name, see the whole sequence: `(orders.amount)[0]`.
    const whole = at === 0 && step.node.kind !== 'name';
    for (const filter of step.filters) shape = applyFilter(shape, filter, { place, lowering, whole });
    if (shape === undefined) return undefined;
  }
  if (node.keepArray && shape?.kind !== 'lines' && shape?.kind !== 'list') return lowering.report('formula.keep-array', node.span);
  return shape;
};

/** `shape.node`. */
function takeStep(shape: Shape | undefined, node: Syntax, place: Place, lowering: Lowering): Shape | undefined {
  if (shape === undefined) return undefined;
  if (node.kind === 'name') return memberOf(shape, node.name, node.span, lowering);
  if (node.kind === 'sort') return sortLines(shape, node, place, lowering);
  switch (shape.kind) {
    case 'nothing':
      return nothing;
    case 'lines':
      return stepPerLine(shape, node, place, lowering);
    case 'picked': {
      const { fresh, row } = rowOfPicked(shape, { span: node.span, lowering });
      const made = lowering.lower(node, { ...place, context: row });
      return made === undefined ? undefined : valueOfPicked(shape, fresh, made, { span: node.span, lowering });
    }
    case 'scalar':
      return stepOnScalar(shape, node, place, lowering);
    case 'list':
      return stepOnList(shape, node, place, lowering);
    case 'root':
    case 'row':
    case 'record':
      return lowering.lower(node, { ...place, context: shape });
    default:
      return lowering.report('formula.no-steps', node.span);
  }
}

/** The line, or the value taken of it so far, as a step or predicate sees it. */
export function contextOf(lines: Lines): Row | Scalar {
  return lines.value ?? { kind: 'row', collection: lines.collection, line: lines.line, prefix: lines.prefix };
}

function stepPerLine(lines: Lines, node: Syntax, place: Place, lowering: Lowering): Shape | undefined {
  const fresh = freshLines(lines, lowering);
  const made = lowering.lower(node, { ...place, context: contextOf(fresh) });
  return made === undefined ? undefined : withValue(fresh, made, node.span, lowering);
}

/** Lines with another value per line; what was missing stays missing. */
export function withValue(fresh: Lines, made: Shape, span: Span, lowering: Lowering): Lines | undefined {
  const value = scalarOf(made, span, lowering);
  if (value === undefined) return undefined;
  if (value.line === undefined) return lowering.report('formula.step-constant', span, { collection: fresh.collection.name });
  return { ...fresh, value: fresh.value === undefined ? value : whereThere(fresh.value, value) };
}

function stepOnScalar(base: Scalar, node: Syntax, place: Place, lowering: Lowering): Shape | undefined {
  const made = lowering.lower(node, { ...place, context: base });
  if (made?.kind !== 'scalar') return made;
  return whereThere(base, made);
}

function stepOnList(list: List, node: Syntax, place: Place, lowering: Lowering): Shape | undefined {
  const items = complete(
    list.items.map((item) => {
      const made = item.kind === 'scalar' ? stepOnScalar(item, node, place, lowering) : lowering.lower(node, { ...place, context: item });
      if (made?.kind === 'nothing') return missing('string');
      return made?.kind === 'record' ? made : scalarOf(made, node.span, lowering);
    }),
  );
  return items === undefined ? undefined : { kind: 'list', items, sequence: true };
}

/** `orders^(ordered_at)`: only the order by one value, ascending, has a meaning for first and last. */
function sortLines(shape: Shape, node: SyntaxOf<'sort'>, place: Place, lowering: Lowering): Shape | undefined {
  const [term] = node.terms;
  if (shape.kind !== 'lines' || term === undefined || node.terms.length > 1 || term.descending)
    return lowering.report('formula.sort', node.span);
  const fresh = freshLines(shape, lowering);
  const order = scalarOf(lowering.lower(term.value, { ...place, context: contextOf(fresh) }), term.value.span, lowering);
  if (order === undefined) return undefined;
  if (order.type === 'boolean') return lowering.report('formula.order-boolean', term.value.span);
  return { ...fresh, order };
}

interface Filtering {
  readonly place: Place;
  readonly lowering: Lowering;
  readonly whole: boolean;
}

function applyFilter(shape: Shape | undefined, filter: Filter, { place, lowering, whole }: Filtering): Shape | undefined {
  if (shape === undefined || shape.kind === 'nothing') return shape;
  const { predicate, span } = filter;
  const position = positionOf(predicate, place, lowering);
  if (position !== undefined) return pick(shape, position, { span, lowering, whole });
  if (shape.kind === 'lines') return keepLines(shape, predicate, place, lowering);
  if (shape.kind === 'scalar') return keepScalar(shape, predicate, place, lowering);
  if (shape.kind === 'list') {
    const items = complete(
      shape.items.map((item) =>
        item.kind === 'scalar' ? keepScalar(item, predicate, place, lowering) : lowering.report('formula.predicate-place', span),
      ),
    );
    return items === undefined ? undefined : { kind: 'list', items, sequence: true };
  }
  return lowering.report('formula.predicate-place', span);
}

/** The number in square brackets, also one that is worked out from constants: `[1 - 2]`. */
function positionOf(predicate: Syntax, place: Place, lowering: Lowering): number | undefined {
  if (predicate.kind === 'literal') return typeof predicate.value === 'number' ? predicate.value : undefined;
  if (!isConstant(predicate)) return undefined;
  const shape = lowering.lower(predicate, place);
  return shape?.kind === 'scalar' && typeof shape.constant === 'number' ? shape.constant : undefined;
}

/** True for a predicate of literals, variables and operators, which cannot read the items. */
function isConstant(node: Syntax): boolean {
  if (node.kind === 'literal') return true;
  if (node.kind === 'variable') return node.name !== '' && node.name !== '$';
  return (node.kind === 'binary' || node.kind === 'negate' || node.kind === 'block') && childrenOf(node).every(isConstant);
}

function keepLines(lines: Lines, predicate: Syntax, place: Place, lowering: Lowering): Lines | undefined {
  const fresh = freshLines(lines, lowering);
  const test = predicateOf(lowering.lower(predicate, { ...place, context: contextOf(fresh) }), predicate, lowering);
  if (test === undefined) return undefined;
  if (test.line === undefined) return lowering.report('formula.predicate-constant', predicate.span, { collection: lines.collection.name });
  return withWhere(fresh, test);
}

function keepScalar(base: Scalar, predicate: Syntax, place: Place, lowering: Lowering): Scalar | undefined {
  const test = predicateOf(lowering.lower(predicate, { ...place, context: base }), predicate, lowering);
  return test === undefined ? undefined : choose(test, base);
}

/** A number in square brackets is a position in JSONata, never a condition. */
function predicateOf(shape: Shape | undefined, predicate: Syntax, lowering: Lowering): Scalar | undefined {
  if (shape?.kind === 'scalar' && shape.type === 'number') {
    return lowering.report('formula.predicate-number', predicate.span, {
      written: lowering.text.slice(predicate.span.from, predicate.span.to),
    });
  }
  return conditionOf(shape, predicate.span, lowering);
}

/** `[0]` and `[-1]`: the first and the last of the values that are there. */
function pick(
  shape: Shape,
  index: number,
  { span, lowering, whole }: { span: Span; lowering: Lowering; whole: boolean },
): Shape | undefined {
  const at = Math.floor(index);
  if (shape.kind === 'lines') {
    const perLine = !whole && (shape.value !== undefined || (shape.inner === true && shape.order === undefined));
    if (perLine || (at !== 0 && at !== -1)) return lowering.report('formula.position', span, { collection: shape.collection.name });
    if (shape.value === undefined) return { kind: 'picked', lines: shape, at: at === 0 ? 'first' : 'last' };
    const parts = { value: shape.value, by: orderOf(shape) };
    return aggregate(at === 0 ? 'first' : 'last', shape, parts, { span, lowering });
  }
  if (shape.kind === 'parts') {
    if (shape.limit !== undefined && at < 0) return lowering.report('formula.split-limit', span);
    if (shape.limit !== undefined && at >= shape.limit) return nothing;
    return call('splitPart', [shape.text, shape.separator, literal(at, 0)], { optional: true });
  }
  if (shape.kind === 'matches') return at === 0 ? firstMatch(shape) : lowering.report('formula.match-position', span);
  if (shape.kind === 'scalar' || shape.kind === 'record') return at === 0 || at === -1 ? shape : nothing;
  if (shape.kind !== 'list') return lowering.report('formula.predicate-place', span);
  if (shape.fixed !== true && shape.items.some((item) => item.kind === 'scalar' && item.optional))
    return lowering.report('formula.position-in-list', span);
  return shape.items.at(at) ?? nothing;
}
