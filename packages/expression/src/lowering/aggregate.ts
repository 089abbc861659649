// Lines of collections and the aggregates over them. Lines after the as-of day are left out here, in the open:
// the condition stands in `where` of every aggregate over a collection that has a time.
import type { AggregateName, Expr } from '@tierflow/definition';
import type { FormulaCollection } from '../scope.ts';
import type { Span } from '../syntax/tree.ts';
import { asOf, call, lineOf, literal, MIXED, reading, sizeOf } from './build-expr.ts';
import type { Lowering } from './lowering.ts';
import type { Lines, Scalar } from './shape.ts';

/** All lines of a collection up to the end of the as-of day. */
export function linesOf(collection: FormulaCollection, lowering: Lowering): Lines {
  const line = lowering.nextLine();
  const time = collection.fields.find((field) => field.name === collection.time);
  if (time === undefined) return { kind: 'lines', collection, line, prefix: '' };
  const at = reading({ op: 'line', name: time.name }, time.type, { line });
  const day = time.type === 'datetime' ? call('dateOf', [at]) : at;
  return { kind: 'lines', collection, line, prefix: '', where: call('le', [day, asOf]) };
}

/** The same lines under a new number, so that two iterations over them are never mistaken for one. */
export function freshLines(lines: Lines, lowering: Lowering): Lines {
  const line = lowering.nextLine();
  const renumbered = (part: Scalar): Scalar => (part.line === lines.line ? { ...part, line } : part);
  return {
    ...lines,
    line,
    ...(lines.where === undefined ? {} : { where: renumbered(lines.where) }),
    ...(lines.value === undefined ? {} : { value: renumbered(lines.value) }),
    ...(lines.order === undefined ? {} : { order: renumbered(lines.order) }),
  };
}

/** What first and last go by: the order that is written, else the collection's time, else the list as it is given. */
export function orderOf({ collection, line, order }: Lines): Scalar {
  if (order !== undefined) return order;
  const time = collection.fields.find((field) => field.name === collection.time);
  return time === undefined ? literal(0, 0) : reading({ op: 'line', name: time.name }, time.type, { line });
}

/** Only the lines for which a condition holds as well. */
export function withWhere<L extends Lines>(lines: L, condition: Scalar): L {
  if (lines.where === undefined) return { ...lines, where: condition };
  const parts = lines.where.expr.op === 'call' && lines.where.expr.fn === 'and' ? lines.where : undefined;
  if (parts === undefined) return { ...lines, where: call('and', [lines.where, condition]) };
  return { ...lines, where: extended(parts, condition) };
}

/** `and(a, b)` with one more condition, kept flat. */
function extended(and: Scalar, condition: Scalar): Scalar {
  const made = call('and', [and, condition]);
  const args: readonly Expr[] = and.expr.op === 'call' ? and.expr.args : [];
  return { ...made, expr: { op: 'call', fn: 'and', args: [...args, condition.expr] }, size: made.size - 1 };
}

/** Where an aggregate stands in the text. */
export interface At {
  readonly span: Span;
  readonly lowering: Lowering;
}

/** `at` asks for the line so far from the first or the last, whether it has a value or not. */
interface AggregateParts {
  readonly value?: Scalar;
  readonly by?: Scalar;
  readonly at?: number;
}

/** One value out of many lines. `value` and `by` are of the lines' own iteration. */
export function aggregate(fn: AggregateName, lines: Lines, parts: AggregateParts, { span, lowering }: At): Scalar | undefined {
  const all = [lines.where, parts.value, parts.by].filter((part) => part !== undefined);
  const line = lineOf(all);
  if (line === 'mixed' || line === MIXED || (line !== undefined && line !== lines.line)) {
    return lowering.report('formula.two-collections', span, { collection: lines.collection.name });
  }
  if (all.some((part) => part.aggregates === true))
    return lowering.report('formula.aggregate-inside', span, { collection: lines.collection.name });
  const counts = fn === 'count' || fn === 'distinct';
  const type = counts || fn === 'sum' || fn === 'mean' ? 'number' : (parts.value?.type ?? 'number');
  const decimals = counts ? 0 : fn === 'mean' ? undefined : parts.value?.decimals;
  return {
    kind: 'scalar',
    expr: {
      op: 'aggregate',
      fn,
      from: lines.collection.name,
      ...(parts.value === undefined ? {} : { value: parts.value.expr }),
      ...(lines.where === undefined ? {} : { where: lines.where.expr }),
      ...(parts.by === undefined ? {} : { by: parts.by.expr }),
      ...(parts.at === undefined ? {} : { at: parts.at }),
      ...(parts.by === undefined || lines.descending === undefined ? {} : { descending: true }),
    },
    type,
    optional: !counts,
    aggregates: true,
    size: sizeOf(all),
    depth: Math.max(0, ...all.map((part) => part.depth)) + 1,
    ...(decimals === undefined ? {} : { decimals }),
  };
}
