// Positions in square brackets: `[0]`, `[1]`, `[-1]` of lines, lists, parts of a text and matches.
import { childrenOf } from '../syntax/children.ts';
import type { Span, Syntax } from '../syntax/tree.ts';
import { aggregate, orderOf, withWhere } from './aggregate.ts';
import { call, literal } from './build-expr.ts';
import { exists, firstThere } from './choice.ts';
import { toSameType } from './coerce.ts';
import { complete } from './complete.ts';
import type { Lowering } from './lowering.ts';
import { firstMatch } from './match.ts';
import { linesWithPart } from './part-exists.ts';
import { type Lines, type List, nothing, type Place, type Scalar, type Shape } from './shape.ts';

/** The number in square brackets, also one that is worked out from constants: `[1 - 2]`. */
export function positionOf(predicate: Syntax, place: Place, lowering: Lowering): number | undefined {
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

/** `[[0, 2, -1]]`: the items of a written list at any of the positions, in the order of the list. */
export function pickMany(list: List, positions: readonly number[], { span, lowering, each }: Picking): Shape | undefined {
  if (each) return lowering.report('formula.position-each', span);
  if (isUncertain(list)) return lowering.report('formula.position-in-list', span);
  const { length } = list.items;
  const wanted = Map.groupBy(positions, (position) => Math.floor(position) + (position < 0 ? length : 0));
  const items = list.items.flatMap((item, at) => (wanted.get(at) ?? []).map(() => item));
  return { kind: 'list', items, sequence: true };
}

/** The numbers of a predicate that is a list of nothing but constant numbers. */
export function positionsOf(predicate: Syntax, place: Place, lowering: Lowering): readonly number[] | undefined {
  if (predicate.kind !== 'array') return undefined;
  const shape = lowering.lower(predicate, place);
  if (shape?.kind !== 'list') return undefined;
  const numbers = shape.items.map((item) => (item.kind === 'scalar' && typeof item.constant === 'number' ? item.constant : undefined));
  return numbers.length === 0 ? undefined : complete(numbers);
}

interface Picking {
  readonly span: Span;
  readonly lowering: Lowering;
  /** The position is one of the whole sequence, not of what each line gives. */
  readonly whole: boolean;
  /** The position counts anew in every item of a list. */
  readonly each: boolean;
}

/** The item at a position; from the end for negative ones. */
export function pick(shape: Shape, index: number, picking: Picking): Shape | undefined {
  const { span, lowering } = picking;
  const at = Math.floor(index);
  if (shape.kind === 'lines') return pickLine(shape, at, picking);
  if (shape.kind === 'parts') {
    if (shape.limit !== undefined && at < 0) return lowering.report('formula.split-limit', span);
    if (shape.limit !== undefined && at >= shape.limit) return nothing;
    return call('splitPart', [shape.text, shape.separator, literal(at, 0)], { optional: true });
  }
  if (shape.kind === 'matches') return at === 0 ? firstMatch(shape) : lowering.report('formula.match-position', span);
  if (shape.kind === 'list') return pickItem(shape, at, picking);
  if (shape.kind === 'scalar' || shape.kind === 'record') return at === 0 || at === -1 ? shape : nothing;
  return lowering.report('formula.predicate-place', span);
}

/** Of lines that have a value: positions count the values that are there. Of lines themselves: what is read from one comes next. */
function pickLine(lines: Lines, at: number, { span, lowering, whole }: Picking): Shape | undefined {
  const perLine = !whole && (lines.value !== undefined || (lines.inner === true && lines.order === undefined));
  if (perLine || (lines.distinct === true && at !== 0)) return reportPlace(lines, span, lowering);
  if (!Number.isSafeInteger(at)) return nothing;
  const { value } = lines;
  if (value === undefined) return { kind: 'picked', lines: linesWithPart(lines), at };
  if (at === 0 || at === -1) return aggregate(at === 0 ? 'first' : 'last', lines, { value, by: orderOf(lines) }, { span, lowering });
  const there = value.optional ? withWhere(lines, exists(value)) : lines;
  return aggregate(at < 0 ? 'last' : 'first', there, { value, by: orderOf(lines), at: distanceOf(at) }, { span, lowering });
}

/** How far from the first, or for negative positions from the last. */
export function distanceOf(at: number): number {
  return at < 0 ? -1 - at : at;
}

function reportPlace({ collection, distinct, value }: Lines, span: Span, lowering: Lowering): undefined {
  if (distinct === true) return lowering.report('formula.distinct-place', span);
  const field = value?.expr.op === 'line' ? value.expr.name : 'value';
  return lowering.report('formula.position', span, { collection: collection.name, field });
}

/** Items that can be missing move the ones behind them: only the first and the last of those that are there are known. */
function pickItem(list: List, at: number, { span, lowering, each }: Picking): Shape | undefined {
  if (each) return lowering.report('formula.position-each', span);
  if (!isUncertain(list)) return list.items.at(at) ?? nothing;
  if (at !== 0 && at !== -1) return lowering.report('formula.position-in-list', span);
  const scalars = complete(list.items.map((item) => (item.kind === 'scalar' ? item : undefined)));
  if (scalars === undefined) return lowering.report('formula.position-in-list', span);
  return firstOf(at === 0 ? scalars : scalars.toReversed(), span, lowering);
}

function isUncertain(list: List): boolean {
  return list.fixed !== true && list.items.some((item) => item.kind === 'scalar' && item.optional);
}

function firstOf([first, ...rest]: readonly Scalar[], span: Span, lowering: Lowering): Shape | undefined {
  if (first === undefined) return nothing;
  const others = complete(rest.map((value) => toSameType({ value: first, span }, { value, span }, lowering, 'formula.branch-types')?.[1]));
  return others === undefined ? undefined : firstThere([first, ...others]);
}
