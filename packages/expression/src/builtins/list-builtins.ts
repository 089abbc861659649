// Functions on lists and lines: with a function per item, joining, and looking up in a written table.
import { freshLines, withWhere } from '../lowering/aggregate.ts';
import { call, literal, missing } from '../lowering/build-expr.ts';
import { all, any, choose, chooseFirst, exists } from '../lowering/choice.ts';
import { conditionOf, ofType, scalarOf, toSameType } from '../lowering/coerce.ts';
import { complete } from '../lowering/complete.ts';
import type { Lowering } from '../lowering/lowering.ts';
import { withValue } from '../lowering/path.ts';
import {
  type Argument,
  type Call,
  contextOf,
  type FunctionShape,
  isFunction,
  type Lines,
  type List,
  type Nothing,
  nothing,
  type Parts,
  type RecordShape,
  type Scalar,
  type Shape,
} from '../lowering/shape.ts';
import type { Builtin, BuiltinParameter } from './builtin.ts';

const lines: BuiltinParameter = { name: 'values', type: 'lines' };
const perItem: BuiltinParameter = { name: 'function', type: 'function' };

type Item = Scalar | RecordShape;

/** The items of something that is a list as JSONata sees it: a single value is a list of one. */
function itemsOf(shape: Shape): readonly Item[] | undefined {
  if (shape.kind === 'list') return shape.items;
  if (shape.kind === 'scalar' || shape.kind === 'record') return [shape];
  return shape.kind === 'nothing' ? [] : undefined;
}

interface PerItem {
  readonly callee: FunctionShape;
  readonly at: Argument;
  readonly call: Call;
  readonly lowering: Lowering;
}

function perItemOf(arg: Argument | undefined, call: Call, lowering: Lowering): PerItem | undefined {
  if (arg === undefined) return undefined;
  const { shape, span } = arg;
  if (!isFunction(shape)) return lowering.report('formula.not-a-function', span, { written: lowering.text.slice(span.from, span.to) });
  return { callee: shape, at: arg, call, lowering };
}

/** Where the item stands in a written list: a function may take its position and the list as well. */
interface Position {
  readonly at: number;
  readonly list: Shape;
}

function applyTo(item: Shape, { callee, at, call: site, lowering }: PerItem, position?: Position): Shape | undefined {
  const wanted = callee.kind === 'lambda' ? callee.parameters.length : 1;
  if (wanted > 1 && (position === undefined || wanted > 3)) return lowering.report('formula.item-parameters', at.span);
  const shapes = wanted > 1 && position !== undefined ? [item, literal(position.at, 0), position.list] : [item];
  const args = shapes.map((shape) => ({ shape, span: at.span }));
  return lowering.apply(callee, { args, span: at.span, place: site.place });
}

/** The positions of the items, where every one is there; otherwise they are not known. */
function positionsIn(list: Shape, items: readonly Item[]): (at: number) => Position | undefined {
  const known = items.every((item) => item.kind === 'record' || !item.optional);
  return (at) => (known ? { at, list } : undefined);
}

function lowerMap(args: readonly Argument[], site: Call, lowering: Lowering): Shape | undefined {
  const [source] = args;
  const per = perItemOf(args[1], site, lowering);
  if (source === undefined || per === undefined) return undefined;
  if (source.shape.kind === 'lines') {
    const fresh = freshLines(source.shape, lowering);
    const made = applyTo(contextOf(fresh), per);
    return made === undefined ? undefined : withValue(fresh, made, per.at.span, lowering);
  }
  if (source.shape.kind === 'scalar') return mapped(source.shape, per);
  const items = itemsOf(source.shape);
  if (items === undefined) return reportNotList(source, lowering);
  const positions = positionsIn(source.shape, items);
  return listOf(items.map((item, at) => mapped(item, per, positions(at))));
}

function mapped(item: Item, per: PerItem, position?: Position): Item | undefined {
  const made = applyTo(item, per, position);
  if (made?.kind === 'record') return made;
  const value = made?.kind === 'nothing' ? missing('string') : scalarOf(made, per.at.span, per.lowering);
  return value === undefined || item.kind === 'record' || !item.optional ? value : choose(exists(item), value);
}

function listOf(items: readonly (Item | undefined)[]): List | undefined {
  const whole = complete(items);
  return whole === undefined ? undefined : { kind: 'list', items: whole, sequence: true };
}

function reportNotList({ span }: Argument, lowering: Lowering): undefined {
  return lowering.report('formula.not-a-list', span, { written: lowering.text.slice(span.from, span.to) });
}

function lowerFilter(args: readonly Argument[], site: Call, lowering: Lowering): Shape | undefined {
  const [source] = args;
  const per = perItemOf(args[1], site, lowering);
  if (source === undefined || per === undefined) return undefined;
  if (source.shape.kind === 'lines') return keptLines(source.shape, per, lowering);
  if (source.shape.kind === 'scalar') return keptItem(source.shape, per);
  const items = itemsOf(source.shape);
  if (items === undefined) return reportNotList(source, lowering);
  const positions = positionsIn(source.shape, items);
  return keptList(items.map((item, at) => keptItem(item, per, positions(at))));
}

/** Without the items that are known to be left out. */
function keptList(items: readonly (Item | Nothing | undefined)[]): List | undefined {
  const whole = complete(items);
  return whole === undefined ? undefined : { kind: 'list', items: whole.filter((item) => item.kind !== 'nothing'), sequence: true };
}

function keptItem(item: Item, per: PerItem, position?: Position): Item | Nothing | undefined {
  const made = applyTo(item, per, position);
  const test = made?.kind === 'nothing' ? literal(false) : conditionOf(made, per.at.span, per.lowering);
  if (test === undefined || test.constant === true) return test === undefined ? undefined : item;
  if (test.constant === false) return nothing;
  return item.kind === 'record' ? per.lowering.report('formula.written-list', per.at.span) : choose(test, item);
}

function keptLines(source: Lines, per: PerItem, lowering: Lowering): Shape | undefined {
  const fresh = freshLines(source, lowering);
  const test = conditionOf(applyTo(contextOf(fresh), per), per.at.span, lowering);
  if (test === undefined) return undefined;
  if (test.line === undefined) return lowering.report('formula.predicate-constant', per.at.span, { collection: source.collection.name });
  return withWhere(fresh, test);
}

/** Over a written list the function is put together item by item; over lines only sums, counts and extremes exist. */
function lowerReduce(args: readonly Argument[], site: Call, lowering: Lowering): Shape | undefined {
  const [source, fn, start] = args;
  if (source === undefined || fn === undefined) return undefined;
  const callee = fn.shape;
  if (callee.kind !== 'lambda')
    return lowering.report('formula.not-a-function', fn.span, { written: lowering.text.slice(fn.span.from, fn.span.to) });
  if (callee.parameters.length !== 2) return lowering.report('formula.reduce-parameters', fn.span);
  const items = itemsOf(source.shape);
  if (items === undefined) return lowering.report('formula.reduce-lines', source.span);
  if (items.some((item) => item.kind === 'scalar' && item.optional)) return lowering.report('formula.reduce-missing', source.span);
  const [first, ...rest] = start === undefined ? items : [start.shape, ...items];
  let result: Shape | undefined = first ?? nothing;
  for (const item of rest) {
    if (result === undefined) return undefined;
    const pair: readonly Shape[] = [result, item];
    result = lowering.apply(callee, { args: pair.map((shape) => ({ shape, span: fn.span })), span: fn.span, place: site.place });
  }
  return result;
}

function lowerAppend([left, right]: readonly Argument[], _site: Call, lowering: Lowering): Shape | undefined {
  if (left === undefined || right === undefined) return undefined;
  const [first, second] = [itemsOf(left.shape), itemsOf(right.shape)];
  if (first === undefined) return reportNotList(left, lowering);
  if (second === undefined) return reportNotList(right, lowering);
  return { kind: 'list', items: [...first, ...second] };
}

/** `$lookup({"gold": 3, "silver": 2}, level)`: the value under a key; missing if there is none. */
function lowerLookup([table, key]: readonly Argument[], _site: Call, lowering: Lowering): Shape | undefined {
  if (table === undefined || key === undefined) return undefined;
  const record = table.shape;
  if (record.kind !== 'record') return lowering.report('formula.lookup-table', table.span);
  const wanted = ofType(key.shape, 'string', key.span, lowering);
  if (wanted === undefined) return undefined;
  if (typeof wanted.constant === 'string') return record.fields.get(wanted.constant) ?? nothing;
  const pairs: (readonly [Scalar, Scalar])[] = [];
  for (const [name, shape] of record.fields) {
    const value = scalarOf(shape, table.span, lowering);
    const model = pairs[0]?.[1];
    const same =
      value === undefined || model === undefined
        ? value
        : toSameType({ value: model, span: table.span }, { value, span: table.span }, lowering, 'formula.branch-types')?.[1];
    if (same === undefined) return undefined;
    pairs.push([call('eq', [wanted, literal(name)]), same]);
  }
  return pairs.length === 0 ? nothing : chooseFirst(pairs);
}

/** Cut at one text and joined by another: the one replaced by the other. */
function joinParts({ text, separator }: Parts, between: Argument | undefined, lowering: Lowering): Scalar | undefined {
  const joined = between === undefined ? literal('') : ofType(between.shape, 'string', between.span, lowering);
  return joined === undefined ? undefined : call('replace', [text, separator, joined]);
}

/** The texts one after another, a separator between those that are there. */
function lowerJoin([list, between]: readonly Argument[], _site: Call, lowering: Lowering): Shape | undefined {
  if (list === undefined) return undefined;
  if (list.shape.kind === 'nothing') return nothing;
  if (list.shape.kind === 'parts' && list.shape.limit !== undefined) return lowering.report('formula.split-limit', list.span);
  if (list.shape.kind === 'parts') return joinParts(list.shape, between, lowering);
  const items = itemsOf(list.shape);
  if (items === undefined) return lowering.report('formula.join-lines', list.span);
  const separator = between === undefined ? literal('') : ofType(between.shape, 'string', between.span, lowering);
  const texts = complete(items.map((item) => ofType(item, 'string', list.span, lowering)));
  if (texts === undefined || separator === undefined) return undefined;
  if (list.shape.kind === 'scalar') return list.shape;
  const [first, ...rest] = texts;
  if (first === undefined) return literal('');
  const parts: Scalar[] = [first];
  for (const [at, text] of rest.entries()) {
    const before = texts.slice(0, at + 1);
    const certain = before.some((item) => !item.optional);
    const tests = [...(certain ? [] : [any(before.map(exists))]), ...(text.optional ? [exists(text)] : [])];
    parts.push(tests.length === 0 ? separator : choose(all(tests), separator, literal('')), text);
  }
  return call('concat', parts.length === 1 ? [first, literal('')] : parts);
}

export const listBuiltins: readonly Builtin[] = [
  {
    name: 'map',
    group: 'list',
    parameters: [lines, perItem],
    result: 'values',
    doc: { en: 'The function’s value for each line or item.', 'zh-CN': '对每行或每项取函数的值。' },
    lower: lowerMap,
  },
  {
    name: 'filter',
    group: 'list',
    parameters: [lines, perItem],
    result: 'values',
    doc: { en: 'The lines or items for which the function is true.', 'zh-CN': '函数为真的行或项。' },
    lower: lowerFilter,
  },
  {
    name: 'reduce',
    group: 'list',
    parameters: [lines, perItem, { name: 'start', type: 'any', optional: true }],
    result: 'same',
    doc: { en: 'A written list folded into one value by a function of two.', 'zh-CN': '用二元函数把列表折叠为一个值。' },
    lower: lowerReduce,
  },
  {
    name: 'append',
    group: 'list',
    parameters: [
      { name: 'first', type: 'values' },
      { name: 'second', type: 'values' },
    ],
    result: 'values',
    doc: { en: 'Two lists as one.', 'zh-CN': '合并两个列表。' },
    lower: lowerAppend,
  },
  {
    name: 'lookup',
    group: 'list',
    parameters: [
      { name: 'table', type: 'object' },
      { name: 'key', type: 'string' },
    ],
    result: 'same',
    doc: { en: 'The value under a key of a written table; missing if there is none.', 'zh-CN': '在表中按键取值；没有则缺失。' },
    lower: lowerLookup,
  },
  {
    name: 'join',
    group: 'text',
    parameters: [
      { name: 'texts', type: 'values' },
      { name: 'separator', type: 'string', optional: true },
    ],
    result: 'string',
    doc: { en: 'Texts of a written list, joined by a separator.', 'zh-CN': '用分隔符连接列表中的文本。' },
    lower: lowerJoin,
  },
];
