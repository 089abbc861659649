// Shapes → scalars of a wanted type. Every refusal says what to write instead.
import type { ValueType } from '@tierflow/definition';
import type { Span } from '../syntax/tree.ts';
import { withWhere } from './aggregate.ts';
import { call, dateLiteral, literal, missing } from './build-expr.ts';
import { any } from './choice.ts';
import type { Lowering } from './lowering.ts';
import { linesExist, partExists } from './part-exists.ts';
import { isFunction, type Lines, type Scalar, type Shape } from './shape.ts';

/** A scalar, or an error: lines, lists, objects and functions have no value of their own. `wanted` types a bare nothing. */
export function scalarOf(shape: Shape | undefined, span: Span, lowering: Lowering, wanted: ValueType = 'string'): Scalar | undefined {
  if (shape === undefined) return undefined;
  if (shape.kind === 'scalar') return shape;
  if (shape.kind === 'nothing') return missing(wanted);
  const written = lowering.text.slice(span.from, span.to);
  if (shape.kind === 'lines' && shape.distinct === true) return lowering.report('formula.distinct-place', span);
  if (shape.kind === 'lines') {
    const code = shape.value === undefined ? 'formula.lines-as-value' : 'formula.values-as-value';
    return lowering.report(code, span, { collection: shape.collection.name, written });
  }
  return lowering.report(CODES[shape.kind], span, { written });
}

const CODES = {
  root: 'formula.record-as-value',
  row: 'formula.record-as-value',
  list: 'formula.list-as-value',
  record: 'formula.record-as-value',
  lambda: 'formula.function-as-value',
  builtin: 'formula.function-as-value',
  made: 'formula.function-as-value',
  picked: 'formula.record-as-value',
  pattern: 'formula.regex-as-value',
  parts: 'formula.list-as-value',
  matches: 'formula.matches-as-value',
} as const;

/** A number. */
export function numberOf(shape: Shape | undefined, span: Span, lowering: Lowering): Scalar | undefined {
  return ofType(shape, 'number', span, lowering);
}

/** A value of exactly this type; texts that are constants become dates, instants become days. */
export function ofType(shape: Shape | undefined, type: ValueType, span: Span, lowering: Lowering): Scalar | undefined {
  const value = scalarOf(shape, span, lowering, type);
  if (value === undefined || value.type === type) return value;
  if (type === 'date' && value.type === 'datetime') return call('dateOf', [value]);
  if (type === 'date' && typeof value.constant === 'string') return dateFrom(value.constant, span, lowering);
  return lowering.report(`formula.wants-${type}`, span, { found: value.type, instead: conversion(value, type, span, lowering) });
}

/** The day a constant text stands for. */
export function dateFrom(text: string, span: Span, lowering: Lowering): Scalar | undefined {
  return dateLiteral(text) ?? lowering.report('formula.date-literal', span, { found: text });
}

/** What to write to get the type. */
function conversion(value: Scalar, type: ValueType, span: Span, lowering: Lowering): string {
  const written = lowering.text.slice(span.from, span.to);
  if (type === 'string') return `$string(${written})`;
  if (type === 'number' && typeof value.constant === 'string' && value.constant !== '' && Number.isFinite(Number(value.constant)))
    return value.constant.trim();
  if (type === 'number' && (value.type === 'string' || value.type === 'boolean')) return `$number(${written})`;
  if (type === 'number') return `$daysSince(${written})`;
  if (type === 'boolean') return `$boolean(${written})`;
  return `$date(${written})`;
}

/** As JSONata casts: for `and`, `or`, `?:` and predicates, where missing is false anyway. */
export function conditionOf(shape: Shape | undefined, span: Span, lowering: Lowering): Scalar | undefined {
  const value = scalarOrExists(shape, span, lowering);
  if (value === undefined || value.type === 'boolean') return value;
  return call('truthy', [value]);
}

/** Truth of something written: a list with an item that is true, an object with a field; functions are false. */
export function truthOfWritten(shape: Shape, span: Span, lowering: Lowering): Scalar | undefined {
  if (shape.kind === 'record') return literal(shape.fields.size > 0);
  if (isFunction(shape)) return literal(false);
  if (shape.kind !== 'list' || !lowering.spend(shape.items.length, span)) return undefined;
  const parts = shape.items.map((item) =>
    item.kind === 'scalar' ? conditionOf(item, span, lowering) : truthOfWritten(item, span, lowering),
  );
  return parts.every((part) => part !== undefined) ? any(parts) : undefined;
}

function scalarOrExists(shape: Shape | undefined, span: Span, lowering: Lowering): Scalar | undefined {
  if (shape?.kind === 'list' || shape?.kind === 'record') return truthOfWritten(shape, span, lowering);
  if (shape?.kind === 'root' || shape?.kind === 'row') return partExists(shape, { span, lowering });
  if (shape?.kind === 'lines' && shape.value !== undefined) return anyTrue(shape, shape.value, span, lowering);
  if (shape?.kind !== 'lines') return scalarOf(shape, span, lowering, 'boolean');
  const written = lowering.text.slice(span.from, span.to);
  return lowering.report('formula.lines-as-condition', span, { collection: shape.collection.name, instead: `$exists(${written})` });
}

/** Values of lines are true if one of them is. */
function anyTrue(lines: Lines, value: Scalar, span: Span, lowering: Lowering): Scalar | undefined {
  const truth = value.type === 'boolean' ? value : call('truthy', [value]);
  const { value: _, ...rest } = withWhere(lines, truth);
  return linesExist(rest, { span, lowering });
}

/** Two values brought to one type, for comparison and for branches; undefined, with an error, if they have none in common. */
export function toSameType(left: Typed, right: Typed, lowering: Lowering, code: string): readonly [Scalar, Scalar] | undefined {
  if (left.value.type === right.value.type) return [left.value, right.value];
  const mended = asDates(left, right, lowering) ?? swapped(asDates(right, left, lowering));
  if (mended === 'failed') return undefined;
  if (mended !== undefined) return mended;
  const span = { from: Math.min(left.span.from, right.span.from), to: Math.max(left.span.to, right.span.to) };
  return lowering.report(code, span, { left: left.value.type, right: right.value.type, instead: suggestion(left, right, lowering) });
}

/** A value and where it is written. */
export interface Typed {
  readonly value: Scalar;
  readonly span: Span;
}

type Pair = readonly [Scalar, Scalar];

/** A day, or an instant seen as its day, beside another day or a constant text that is one. */
function asDates(left: Typed, right: Typed, lowering: Lowering): Pair | 'failed' | undefined {
  if (left.value.type !== 'date' && left.value.type !== 'datetime') return undefined;
  const day = left.value.type === 'date' ? left.value : call('dateOf', [left.value]);
  if (right.value.type === 'date') return [day, right.value];
  if (right.value.type === 'datetime') return [day, call('dateOf', [right.value])];
  if (typeof right.value.constant !== 'string') return undefined;
  const other = dateFrom(right.value.constant, right.span, lowering);
  return other === undefined ? 'failed' : [day, other];
}

function swapped(pair: Pair | 'failed' | undefined): Pair | 'failed' | undefined {
  return pair === undefined || pair === 'failed' ? pair : [pair[1], pair[0]];
}

function suggestion(left: Typed, right: Typed, lowering: Lowering): string {
  const [weaker, other] = left.value.type === 'string' ? [left, right] : [right, left];
  return conversion(weaker.value, other.value.type, weaker.span, lowering);
}
