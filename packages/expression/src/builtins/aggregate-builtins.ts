// Functions that make one value of many: of the lines of a collection, or of a list written in the formula.
// What is missing is left out; sum, mean, min and max of nothing are missing, a count of nothing is 0.
import type { AggregateName } from '@tierflow/definition';
import { aggregate, freshLines } from '../lowering/aggregate.ts';
import { arithmetic } from '../lowering/arithmetic.ts';
import { call, literal } from '../lowering/build-expr.ts';
import { any, choose, exists, extreme, firstThere } from '../lowering/choice.ts';
import { numberOf, scalarOf } from '../lowering/coerce.ts';
import { complete } from '../lowering/complete.ts';
import type { Lowering } from '../lowering/lowering.ts';
import { linesWithPart } from '../lowering/part-exists.ts';
import { type Argument, type Call, type Lines, type List, nothing, type Scalar, type Shape } from '../lowering/shape.ts';
import type { Builtin, BuiltinParameter } from './builtin.ts';

const values: readonly BuiltinParameter[] = [{ name: 'values', type: 'values' }];

interface Reduction {
  readonly fn: AggregateName;
  /** Of the values of a list; at least one. */
  readonly ofList: (items: readonly [Scalar, ...Scalar[]]) => Scalar;
  /** Takes days as well. */
  readonly days?: true;
  /** Of an empty list. */
  readonly empty: Shape;
}

function sumOf(items: readonly Scalar[]): Scalar {
  return items
    .map((item) => (item.optional ? firstThere([item, literal(0, 0)]) : item))
    .reduce((left, right) => arithmetic('+', left, right));
}

function countOf(items: readonly Scalar[]): Scalar {
  const certain = items.filter((item) => !item.optional).length;
  const parts = items.filter((item) => item.optional).map((item) => choose(call('exists', [item]), literal(1, 0), literal(0, 0)));
  if (certain > 0 || parts.length === 0) parts.unshift(literal(certain, 0));
  return parts.reduce((left, right) => ({ ...arithmetic('+', left, right), optional: false }));
}

function meanOf(items: readonly [Scalar, ...Scalar[]]): Scalar {
  const count = countOf(items);
  const mean = arithmetic('/', sumOf(items), count);
  return items.some((item) => !item.optional) ? mean : choose(call('gt', [count, literal(0, 0)]), mean);
}

function lowerReduction(reduction: Reduction, arg: Argument, lowering: Lowering): Shape | undefined {
  const { shape, span } = arg;
  if (shape.kind === 'nothing') return nothing;
  if (shape.kind === 'list') return ofList(reduction, shape, arg, lowering);
  if (shape.kind !== 'lines') return numeric(scalarOf(shape, span, lowering, 'number'), reduction, arg, lowering);
  return ofLines(reduction, shape, arg, lowering);
}

function ofList(reduction: Reduction, list: List, arg: Argument, lowering: Lowering): Shape | undefined {
  const items = complete(list.items.map((item) => numberOf(item, arg.span, lowering)));
  const [first, ...rest] = items ?? [];
  if (items === undefined) return undefined;
  if (first === undefined) return list.sequence === true ? nothing : reduction.empty;
  const made = reduction.ofList([first, ...rest]);
  const canBeNothing = reduction.fn === 'sum' && list.sequence === true && items.every((item) => item.optional);
  return canBeNothing ? choose(any(items.map(exists)), made) : made;
}

function ofLines(reduction: Reduction, shape: Lines, arg: Argument, lowering: Lowering): Scalar | undefined {
  const { span } = arg;
  const { collection } = shape;
  if (shape.value === undefined)
    return lowering.report('formula.aggregate-lines', span, { collection: collection.name, example: exampleField(collection) });
  if (shape.distinct === true && (reduction.fn === 'sum' || reduction.fn === 'mean'))
    return lowering.report('formula.distinct-place', span);
  const lines = freshLines(shape, lowering);
  const value = numeric(lines.value, reduction, arg, lowering);
  return value === undefined ? undefined : aggregate(reduction.fn, lines, { value }, { span, lowering });
}

function exampleField(collection: Lines['collection']): string {
  const field = collection.fields.find(({ type }) => type === 'number') ?? collection.fields[0];
  return `${collection.name}.${field?.name ?? ''}`;
}

function numeric(value: Scalar | undefined, reduction: Reduction, { span }: Argument, lowering: Lowering): Scalar | undefined {
  if (value === undefined || value.type === 'number') return value;
  if (reduction.days === true && (value.type === 'date' || value.type === 'datetime')) return value;
  return lowering.report('formula.aggregate-type', span, { found: value.type });
}

const reducing =
  (reduction: Reduction): Builtin['lower'] =>
  ([arg], _call, lowering) =>
    arg === undefined ? undefined : lowerReduction(reduction, arg, lowering);

function lowerCount([arg]: readonly Argument[], _call: Call, lowering: Lowering): Shape | undefined {
  if (arg === undefined) return undefined;
  const { shape, span } = arg;
  if (shape.kind === 'nothing') return literal(0, 0);
  if (shape.kind === 'parts') {
    const count = call('splitCount', [shape.text, shape.separator], { decimals: 0 });
    const parts = shape.limit === undefined ? count : extreme('least', [count, literal(shape.limit, 0)]);
    return shape.text.optional ? choose(exists(shape.text), parts, literal(0, 0)) : parts;
  }
  if (shape.kind === 'list') return countOf(shape.items.map((item) => (item.kind === 'scalar' ? item : literal(true))));
  if (shape.kind !== 'lines') {
    const value = scalarOf(shape, span, lowering);
    return value === undefined ? undefined : countOf([value]);
  }
  const lines = linesWithPart(freshLines(shape, lowering));
  return aggregate(lines.distinct === true ? 'distinct' : 'count', lines, lines.value === undefined ? {} : { value: lines.value }, {
    span,
    lowering,
  });
}

function lowerDistinct([arg]: readonly Argument[], _call: Call, lowering: Lowering): Shape | undefined {
  if (arg === undefined) return undefined;
  const { shape, span } = arg;
  if (shape.kind === 'scalar' || shape.kind === 'nothing') return shape;
  if (shape.kind === 'lines' && shape.value !== undefined) return { ...shape, distinct: true };
  if (shape.kind === 'list' && shape.items.every((item) => item.kind === 'scalar' && item.constant !== undefined)) {
    const seen = new Map(shape.items.map((item) => [item.kind === 'scalar' ? item.constant : item, item]));
    return { kind: 'list', items: [...seen.values()] };
  }
  return lowering.report('formula.distinct-of', span);
}

export const aggregateBuiltins: readonly Builtin[] = [
  {
    name: 'sum',
    group: 'aggregate',
    parameters: values,
    result: 'number',
    doc: { en: 'Sum of the values; missing if there is none.', 'zh-CN': '各值之和；没有值时为缺失。' },
    lower: reducing({ fn: 'sum', ofList: sumOf, empty: literal(0, 0) }),
  },
  {
    name: 'count',
    group: 'aggregate',
    parameters: values,
    result: 'number',
    doc: { en: 'Number of lines, or of values that are there; 0 if there is none.', 'zh-CN': '行数，或有值的个数；没有时为 0。' },
    lower: lowerCount,
  },
  {
    name: 'average',
    group: 'aggregate',
    parameters: values,
    result: 'number',
    doc: { en: 'Mean of the values that are there; missing if there is none.', 'zh-CN': '有值部分的平均；没有值时为缺失。' },
    lower: reducing({ fn: 'mean', ofList: meanOf, empty: nothing }),
  },
  {
    name: 'max',
    group: 'aggregate',
    parameters: values,
    result: 'same',
    doc: { en: 'Largest number or last day; missing if there is none.', 'zh-CN': '最大的数或最晚的日期；没有值时为缺失。' },
    lower: reducing({ fn: 'max', ofList: (items) => extreme('greatest', items), days: true, empty: nothing }),
  },
  {
    name: 'min',
    group: 'aggregate',
    parameters: values,
    result: 'same',
    doc: { en: 'Smallest number or first day; missing if there is none.', 'zh-CN': '最小的数或最早的日期；没有值时为缺失。' },
    lower: reducing({ fn: 'min', ofList: (items) => extreme('least', items), days: true, empty: nothing }),
  },
  {
    name: 'distinct',
    group: 'aggregate',
    parameters: values,
    result: 'values',
    doc: { en: 'The values, each once; for $count, $min and $max.', 'zh-CN': '去重后的值；供 $count、$min、$max 使用。' },
    lower: lowerDistinct,
  },
];
