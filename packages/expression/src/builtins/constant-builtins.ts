// Functions that need to know the items: over lists and objects written in the formula, worked out when it is checked.
import { literal } from '../lowering/build-expr.ts';
import { whereThere } from '../lowering/choice.ts';
import { conditionOf } from '../lowering/coerce.ts';
import type { Lowering } from '../lowering/lowering.ts';
import {
  type Argument,
  type Call,
  type Item,
  isFunction,
  type Lines,
  nothing,
  type RecordShape,
  type Scalar,
  type Shape,
} from '../lowering/shape.ts';
import { inOrder, sortByFunction } from '../lowering/sort-lines.ts';
import type { Span } from '../syntax/tree.ts';
import type { Builtin, BuiltinParameter } from './builtin.ts';
import { givenTo } from './given.ts';

const values: BuiltinParameter = { name: 'values', type: 'values' };
const table: BuiltinParameter = { name: 'object', type: 'object' };
const perItem: BuiltinParameter = { name: 'function', type: 'function' };

/** The items of something written in the formula, each of them there. */
function certainItems({ shape, span }: Argument, lowering: Lowering): readonly Item[] | undefined {
  const items = shape.kind === 'list' ? shape.items : shape.kind === 'scalar' || shape.kind === 'record' ? [shape] : undefined;
  if (items === undefined || items.some((item) => item.kind === 'scalar' && item.optional))
    return lowering.report('formula.written-list', span);
  return items;
}

function lowerReverse([list]: readonly Argument[], _site: Call, lowering: Lowering): Shape | undefined {
  if (list === undefined || list.shape.kind === 'nothing') return nothing;
  const items = certainItems(list, lowering);
  return items === undefined ? undefined : { kind: 'list', items: [...items].reverse(), fixed: true };
}

/** Texts by code point, numbers by size; one type only. */
function lowerSort(args: readonly Argument[], _site: Call, lowering: Lowering): Shape | undefined {
  const [list, by] = args;
  if (list === undefined || list.shape.kind === 'nothing') return nothing;
  if (list.shape.kind === 'lines') return sortOfLines(list.shape, list.span, by, lowering);
  if (by !== undefined) return lowering.report('formula.sort-function', by.span);
  const items = certainItems(list, lowering);
  if (items === undefined) return undefined;
  const constants = items.flatMap((item) => (item.kind === 'scalar' && item.constant !== undefined ? [item] : []));
  if (constants.length < items.length) return lowering.report('formula.written-list', list.span);
  const types = new Set(constants.map((item) => item.type));
  if (types.size > 1 || types.has('boolean')) return lowering.report('formula.order-types', list.span);
  return { kind: 'list', items: constants.toSorted(byConstant), fixed: true };
}

function sortOfLines(lines: Lines, span: Span, by: Argument | undefined, lowering: Lowering): Shape | undefined {
  if (by?.shape.kind === 'lambda') return sortByFunction(lines, by.shape, by.span, lowering);
  if (by !== undefined || lines.value === undefined || lines.order !== undefined)
    return lowering.report('formula.sort-function', by?.span ?? span);
  return inOrder(lines, lines.value, { descending: false, span }, lowering);
}

function byConstant({ constant: a }: Scalar, { constant: b }: Scalar): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [Array.from(String(a)), Array.from(String(b))];
  const at = left.findIndex((char, index) => char !== right[index]);
  return at === -1 ? left.length - right.length : (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}

function lowerKeys([object]: readonly Argument[], _site: Call, lowering: Lowering): Shape | undefined {
  if (object === undefined) return undefined;
  const { shape, span } = object;
  if (shape.kind === 'scalar' || shape.kind === 'nothing' || isFunction(shape)) return nothing;
  const records = shape.kind === 'record' ? [shape] : shape.kind === 'list' ? shape.items : undefined;
  if (records === undefined) return lowering.report('formula.lookup-table', span);
  const names = new Set(records.flatMap((item) => (item.kind === 'record' ? [...item.fields.keys()] : [])));
  return { kind: 'list', items: [...names].map((name) => literal(name)), sequence: true, fixed: true };
}

/** The written fields with their value and name given to a function. */
function eachField(
  [object, fn]: readonly Argument[],
  site: Call,
  lowering: Lowering,
): readonly (readonly [name: string, value: Shape, made: Shape])[] | undefined {
  if (object === undefined || fn === undefined) return undefined;
  if (!isFunction(fn.shape))
    return lowering.report('formula.not-a-function', fn.span, { written: lowering.text.slice(fn.span.from, fn.span.to) });
  if (object.shape.kind !== 'record') return lowering.report('formula.lookup-table', object.span);
  const callee = fn.shape;
  const found: (readonly [string, Shape, Shape])[] = [];
  for (const [name, value] of object.shape.fields) {
    const shapes: readonly Shape[] = [value, literal(name), object.shape];
    const given = callee.kind === 'made' ? shapes.slice(0, 2) : givenTo(callee, shapes);
    const args = given.map((shape) => ({ shape, span: fn.span }));
    const made = lowering.apply(callee, { args, span: fn.span, place: site.place });
    if (made === undefined) return undefined;
    found.push([name, value, made]);
  }
  return found;
}

function lowerEach(args: readonly Argument[], site: Call, lowering: Lowering): Shape | undefined {
  const found = eachField(args, site, lowering);
  if (found === undefined) return undefined;
  const items: Item[] = [];
  for (const [, , made] of found) {
    if (made.kind === 'scalar' || made.kind === 'record' || made.kind === 'list') items.push(made);
    else if (made.kind !== 'nothing') return lowering.report('formula.list-item', args[1]?.span ?? NOWHERE, { written: '…' });
  }
  return { kind: 'list', items, sequence: true };
}

const NOWHERE = { from: 0, to: 0 };

function lowerSift(args: readonly Argument[], site: Call, lowering: Lowering): Shape | undefined {
  const found = eachField(args, site, lowering);
  if (found === undefined) return undefined;
  const span = args[1]?.span ?? NOWHERE;
  const kept = new Map<string, Shape>();
  for (const [name, value, made] of found) {
    const test = made.kind === 'nothing' ? literal(false) : conditionOf(made, span, lowering);
    if (test === undefined) return undefined;
    if (typeof test.constant !== 'boolean') return lowering.report('formula.written-list', span);
    if (test.constant) kept.set(name, value);
  }
  return kept.size === 0 ? nothing : ({ kind: 'record', fields: kept } satisfies RecordShape);
}

/** The one item for which the function is true; there must be exactly one. */
function lowerSingle(args: readonly Argument[], site: Call, lowering: Lowering): Shape | undefined {
  const [list, fn] = args;
  if (list === undefined) return undefined;
  if (list.shape.kind === 'nothing') return nothing;
  const items = certainItems(list, lowering);
  if (items === undefined) return undefined;
  const kept: Item[] = [];
  for (const [at, item] of items.entries()) {
    const test = fn === undefined ? literal(true) : testOf(item, at, { fn, list, site, lowering });
    if (test === undefined) return undefined;
    if (typeof test.constant !== 'boolean') return lowering.report('formula.written-list', fn?.span ?? list.span);
    if (test.constant) kept.push(item);
  }
  return kept.length === 1 ? kept[0] : lowering.report('formula.single', list.span, { count: kept.length });
}

interface Testing {
  readonly fn: Argument;
  readonly list: Argument;
  readonly site: Call;
  readonly lowering: Lowering;
}

function testOf(item: Item, at: number, { fn, list, site, lowering }: Testing): Scalar | undefined {
  if (!isFunction(fn.shape))
    return lowering.report('formula.not-a-function', fn.span, { written: lowering.text.slice(fn.span.from, fn.span.to) });
  const shapes = givenTo(fn.shape, [item, literal(at, 0), list.shape]);
  const made = lowering.apply(fn.shape, { args: shapes.map((shape) => ({ shape, span: fn.span })), span: fn.span, place: site.place });
  return made?.kind === 'nothing' ? literal(false) : conditionOf(made, fn.span, lowering);
}

function lowerType([value]: readonly Argument[], _site: Call, lowering: Lowering): Shape | undefined {
  if (value === undefined) return undefined;
  const { shape, span } = value;
  if (shape.kind === 'nothing') return nothing;
  if (shape.kind === 'list' || shape.kind === 'parts') return literal('array');
  if (shape.kind === 'record') return literal('object');
  if (isFunction(shape)) return literal('function');
  if (shape.kind === 'scalar' && shape.type !== 'date' && shape.type !== 'datetime') return whereThere(shape, literal(shape.type));
  return lowering.report('formula.type-known', span);
}

export const constantBuiltins: readonly Builtin[] = [
  {
    name: 'reverse',
    group: 'list',
    parameters: [values],
    result: 'values',
    doc: { en: 'A written list from its end.', 'zh-CN': '把写出的列表倒序。' },
    lower: lowerReverse,
  },
  {
    name: 'sort',
    group: 'list',
    parameters: [values, { ...perItem, optional: true }],
    result: 'values',
    doc: {
      en: 'Lines in the order of a value, or a written list of constants: smallest first; with a function of two, after the order it says.',
      'zh-CN': '把明细按某个值排列，或把写出的常量列表从小到大排列；给出二元函数时按其指定的顺序。',
    },
    lower: lowerSort,
  },
  {
    name: 'single',
    group: 'list',
    parameters: [values, { ...perItem, optional: true }],
    result: 'same',
    doc: {
      en: 'The only item of a written list for which the function is true; there must be exactly one.',
      'zh-CN': '写出的列表中使函数为真的唯一一项；必须恰好一项。',
    },
    lower: lowerSingle,
  },
  {
    name: 'keys',
    takesFunctions: true,
    group: 'list',
    parameters: [table],
    result: 'values',
    doc: { en: 'The keys of a written table.', 'zh-CN': '写出的对照表的键。' },
    lower: lowerKeys,
  },
  {
    name: 'each',
    group: 'list',
    parameters: [table, perItem],
    result: 'values',
    doc: { en: 'The function’s value for each value and key of a written table.', 'zh-CN': '对写出的对照表的每个值与键取函数的值。' },
    lower: lowerEach,
  },
  {
    name: 'sift',
    group: 'list',
    parameters: [table, perItem],
    result: 'values',
    doc: { en: 'The entries of a written table for which the function is true.', 'zh-CN': '写出的对照表中使函数为真的条目。' },
    lower: lowerSift,
  },
  {
    name: 'type',
    takesFunctions: true,
    group: 'logic',
    parameters: [{ name: 'value', type: 'values' }],
    result: 'string',
    doc: {
      en: 'The type of a value, other than days and instants: "number", "string", "boolean", "array", "object".',
      'zh-CN': '值的类型（日期和时刻除外）："number"、"string"、"boolean"、"array"、"object"。',
    },
    lower: lowerType,
  },
];
