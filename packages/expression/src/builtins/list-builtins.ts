// Functions on lists and lines: with a function per item, joining, and looking up in a written table.
import { limits } from '../limits.ts';
import { freshLines, withWhere } from '../lowering/aggregate.ts';
import { call, literal, missing } from '../lowering/build-expr.ts';
import { all, any, choose, chooseFirst, exists } from '../lowering/choice.ts';
import { conditionOf, ofType, scalarOf, toSameType } from '../lowering/coerce.ts';
import { complete } from '../lowering/complete.ts';
import { lookUp } from '../lowering/look-up.ts';
import type { Lowering } from '../lowering/lowering.ts';
import { memberOf } from '../lowering/member.ts';
import { withValue } from '../lowering/path.ts';
import {
  type Argument,
  type Call,
  contextOf,
  type FunctionShape,
  type Item,
  isFunction,
  type Lines,
  type List,
  type Nothing,
  nothing,
  type Parts,
  type Scalar,
  type Shape,
} from '../lowering/shape.ts';
import type { Builtin, BuiltinParameter } from './builtin.ts';
import { arityOf, givenTo } from './given.ts';

const lines: BuiltinParameter = { name: 'values', type: 'lines' };
const perItem: BuiltinParameter = { name: 'function', type: 'function' };

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
  const wanted = arityOf(callee);
  if (wanted > 1 && (position === undefined || wanted > 3 || callee.kind === 'builtin'))
    return lowering.report(callee.kind === 'builtin' ? 'formula.item-builtin' : 'formula.item-parameters', at.span, {
      written: lowering.text.slice(at.span.from, at.span.to),
    });
  const shapes = position === undefined ? [item] : [item, literal(position.at, 0), position.list];
  const args = givenTo(callee, shapes).map((shape) => ({ shape, span: at.span }));
  return lowering.apply(callee, { args, span: at.span, place: site.place });
}

/** The positions of the items, where every one is there; otherwise they are not known. */
function positionsIn(list: Shape, items: readonly Item[]): (at: number) => Position | undefined {
  const known = items.every((item) => item.kind !== 'scalar' || !item.optional);
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
  const single = made?.kind === 'list' ? listMade(made, per) : made;
  if (single?.kind === 'record' || single?.kind === 'list') return single;
  const value = single?.kind === 'nothing' ? missing('string') : scalarOf(single, per.at.span, per.lowering);
  return value === undefined || item.kind !== 'scalar' || !item.optional ? value : choose(exists(item), value);
}

/** A list as an item: one that came out of a path is its only item, or nothing. */
function listMade(made: List, { at, lowering }: PerItem): Item | Nothing | undefined {
  const [only, more] = made.items;
  if (made.sequence !== true) return made;
  if (made.items.some((item) => item.kind === 'scalar' && item.optional)) return lowering.report('formula.written-list', at.span);
  if (only === undefined) return nothing;
  return more === undefined ? only : made;
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
  return item.kind !== 'scalar' ? per.lowering.report('formula.written-list', per.at.span) : choose(test, item);
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
  if (!isFunction(callee))
    return lowering.report('formula.not-a-function', fn.span, { written: lowering.text.slice(fn.span.from, fn.span.to) });
  if (arityOf(callee) < 2 && callee.kind !== 'made') return lowering.report('formula.reduce-parameters', fn.span);
  const items = itemsOf(source.shape);
  if (items === undefined) return lowering.report('formula.reduce-lines', source.span);
  if (items.some((item) => item.kind === 'scalar' && item.optional)) return lowering.report('formula.reduce-missing', source.span);
  let result: Shape | undefined = (start === undefined ? items[0] : start.shape) ?? nothing;
  for (const [at, item] of items.entries()) {
    if (result === undefined) return undefined;
    if (start === undefined && at === 0) continue;
    const shapes: readonly Shape[] = [result, item, literal(at, 0), { kind: 'list', items }];
    const given = callee.kind === 'made' ? shapes.slice(0, 2) : givenTo(callee, shapes);
    result = lowering.apply(callee, { args: given.map((shape) => ({ shape, span: fn.span })), span: fn.span, place: site.place });
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
  const wanted = ofType(key.shape, 'string', key.span, lowering);
  if (wanted === undefined) return undefined;
  if (record.kind === 'nothing') return nothing;
  if (record.kind !== 'record' && typeof wanted.constant === 'string') return lookUpName(record, wanted.constant, { table, key, lowering });
  if (record.kind !== 'record') return lowering.report('formula.lookup-table', table.span);
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

interface NameLookup {
  readonly table: Argument;
  readonly key: Argument;
  readonly lowering: Lowering;
}

/** `$lookup(address, "zip")`: the field of a record or of lines by its name. */
function lookUpName(shape: Shape, name: string, { table, key, lowering }: NameLookup): Shape | undefined {
  const full = shape.kind === 'root' || shape.kind === 'row' || shape.kind === 'lines' ? shape.prefix + name : '';
  if (shape.kind === 'root') {
    if (lowering.isPrefix(`${full}.`)) return { kind: 'root', prefix: `${full}.` };
    return lookUp(full, lowering) ?? lowering.report('formula.unknown-name', key.span, { name });
  }
  if (shape.kind === 'row' || (shape.kind === 'lines' && shape.value === undefined)) {
    const known = shape.collection.fields.some((field) => field.name === full);
    return known ? memberOf(shape, name, key.span, lowering) : lowering.report('formula.unknown-name', key.span, { name });
  }
  return shape.kind === 'list' ? memberOf(shape, name, key.span, lowering) : lowering.report('formula.lookup-table', table.span);
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
  let tested = 0;
  for (const [at, text] of rest.entries()) {
    const before = texts.slice(0, at + 1);
    const certain = before.some((item) => !item.optional);
    if (!certain) tested += before.length;
    if (tested > limits.nodes) return lowering.report('formula.too-large', list.span, { limit: limits.nodes });
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
    doc: {
      en: 'The value under a key of a written table, missing if there is none; or a field of a record by its name.',
      'zh-CN': '在表中按键取值，没有则缺失；也可按名称取记录的字段。',
    },
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
