// Paths: names, steps and predicates. A path over a collection stays "lines" until an aggregate takes it in.
import { limits } from '../limits.ts';
import type { Filter, Span, Syntax } from '../syntax/tree.ts';
import { freshLines, withWhere } from './aggregate.ts';
import { choose, whereThere } from './choice.ts';
import { conditionOf, scalarOf } from './coerce.ts';
import { complete } from './complete.ts';
import type { Lowering, LowerNode } from './lowering.ts';
import { memberOf } from './member.ts';
import { rowOfPicked, valueOfPicked } from './picked-line.ts';
import { pick, pickMany, positionOf, positionsOf } from './position.ts';
import { contextOf, type Item, type Lines, type List, type Nothing, nothing, type Place, type Scalar, type Shape } from './shape.ts';
import { sortLines } from './sort-lines.ts';

export const lowerName: LowerNode<'name'> = (node, place, lowering) => memberOf(place.context, node.name, node.span, lowering);

export const lowerPath: LowerNode<'path'> = (node, place, lowering) => {
  let shape: Shape | undefined;
  for (const [at, step] of node.steps.entries()) {
    const each = at > 0 && shape?.kind === 'list';
    shape = at === 0 ? lowering.lower(step.node, place) : takeStep(shape, step.node, place, lowering);
    // Predicates behind the first step, if it is not a name, see the whole sequence: `(orders.amount)[0]`.
    const whole = at === 0 && step.node.kind !== 'name';
    for (const filter of step.filters) shape = applyFilter(shape, filter, { place, lowering, whole, each });
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
  if (made?.kind === 'scalar') return whereThere(base, made);
  if (!base.optional || made?.kind === 'nothing') return made;
  // What the step makes is there only where the value is.
  if (made?.kind === 'record') return lowering.report('formula.object-step', node.span);
  const items =
    made?.kind === 'list' ? complete(made.items.map((item) => (item.kind === 'scalar' ? whereThere(base, item) : undefined))) : undefined;
  return items === undefined ? made : { kind: 'list', items, sequence: true };
}

function stepOnList(list: List, node: Syntax, place: Place, lowering: Lowering): Shape | undefined {
  const found: Item[] = [];
  for (const item of list.items) {
    const made = item.kind === 'scalar' ? stepOnScalar(item, node, place, lowering) : lowering.lower(node, { ...place, context: item });
    const items = itemsMade(made, node, lowering);
    if (items === undefined) return undefined;
    found.push(...items);
    if (found.length > limits.list) return lowering.report('formula.list-too-long', node.span, { limit: limits.list });
  }
  return { kind: 'list', items: found, sequence: true };
}

/** What a step adds to the list: a list that is written there stays one, any other is taken apart. */
function itemsMade(made: Shape | undefined, node: Syntax, lowering: Lowering): readonly Item[] | undefined {
  if (made?.kind === 'nothing') return [];
  if (made?.kind === 'record') return [made];
  if (made?.kind !== 'list') return complete([scalarOf(made, node.span, lowering)]);
  if (node.kind === 'array') return [made];
  return lowering.spend(made.items.length, node.span) ? made.items : undefined;
}

interface Filtering {
  readonly place: Place;
  readonly lowering: Lowering;
  readonly whole: boolean;
  readonly each: boolean;
}

function applyFilter(shape: Shape | undefined, filter: Filter, { place, lowering, whole, each }: Filtering): Shape | undefined {
  if (shape === undefined || shape.kind === 'nothing') return shape;
  const { predicate, span } = filter;
  const position = positionOf(predicate, place, lowering);
  if (position !== undefined) return pick(shape, position, { span, lowering, whole, each });
  const positions = positionsOf(predicate, place, lowering);
  if (positions !== undefined && shape.kind === 'list') return pickMany(shape, positions, { span, lowering, whole, each });
  if (positions !== undefined) return lowering.report('formula.predicate-place', span);
  if (shape.kind === 'lines') return keepLines(shape, predicate, place, lowering);
  if (shape.kind === 'scalar') return keepScalar(shape, predicate, place, lowering);
  if (shape.kind === 'list') {
    const items = complete(shape.items.map((item) => keepItem(item, predicate, place, lowering)));
    return items === undefined ? undefined : { kind: 'list', items: items.filter(isThere), sequence: true };
  }
  return lowering.report('formula.predicate-place', span);
}

function keepLines(lines: Lines, predicate: Syntax, place: Place, lowering: Lowering): Lines | undefined {
  const fresh = freshLines(lines, lowering);
  const test = predicateOf(lowering.lower(predicate, { ...place, context: contextOf(fresh) }), predicate, lowering);
  if (test === undefined) return undefined;
  if (test.line === undefined) return lowering.report('formula.predicate-constant', predicate.span, { collection: lines.collection.name });
  return withWhere(fresh, test);
}

/** An item of a written list; nothing where it is known to be left out. */
function keepItem(item: Item, predicate: Syntax, place: Place, lowering: Lowering): Item | Nothing | undefined {
  const test = predicateOf(lowering.lower(predicate, { ...place, context: item }), predicate, lowering);
  if (test === undefined || test.constant === true) return test === undefined ? undefined : item;
  if (test.constant === false) return nothing;
  return item.kind === 'scalar' ? choose(test, item) : lowering.report('formula.predicate-place', predicate.span);
}

function isThere(item: Item | Nothing): item is Item {
  return item.kind !== 'nothing';
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
