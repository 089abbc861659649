// How a program can be cut for counting: masks that everybody counted is in, and columns that take few values.
import { type Column, canRaise, type Expr, typeOf } from '@tierflow/definition';
import type { Context } from './context.ts';

type Known = Pick<Context, 'types' | 'bounds'>;

/** Masks that hold wherever a mask holds, itself included. */
export function impliedBy(id: string, columns: ReadonlyMap<string, Column>): ReadonlySet<string> {
  const column = columns.get(id);
  if (column === undefined) return new Set();
  const parts = [...(column.where === undefined ? [] : [column.where]), ...masksIn(column.expr, columns)];
  return new Set([id, ...parts.flatMap((part) => [...impliedBy(part, columns)])]);
}

function masksIn(expr: Expr, columns: ReadonlyMap<string, Column>): readonly string[] {
  if (expr.op === 'column') return columns.get(expr.id)?.mask === true ? [expr.id] : [];
  return isJunction(expr) ? expr.args.flatMap((arg) => masksIn(arg, columns)) : [];
}

function isJunction(expr: Expr): expr is Extract<Expr, { op: 'call' }> {
  return expr.op === 'call' && (expr.fn === 'and' || expr.fn === 'and3' || expr.fn === 'isTrue');
}

/** Conditions that together are true exactly where a mask is; a condition that is unknown counts as not true. */
export function conjunctsOf(expr: Expr, columns: ReadonlyMap<string, Column>, known: Known): readonly Expr[] {
  if (expr.op === 'literal' && expr.value === true) return [];
  if (isJunction(expr)) return expr.args.flatMap((arg) => conjunctsOf(arg, columns, known));
  const column = expr.op === 'column' ? columns.get(expr.id) : undefined;
  if (column === undefined || canRaise(column.expr, known.bounds)) return [expr];
  const where: readonly Expr[] = column.where === undefined ? [] : [{ op: 'column', id: column.where }];
  return [...where, column.expr].flatMap((part) => conjunctsOf(part, columns, known));
}

/**
 * Which parts of a program customers are grouped by: conditions, bins and masks that read the row, where everything else follows
 * from such. `constant`: columns that are true for everybody counted.
 */
export function groupingOf(columns: ReadonlyMap<string, Column>, constant: ReadonlySet<string>, known: Known): (expr: Expr) => boolean {
  const remembered = new Map<string, boolean>();
  const follows = (id: string): boolean => {
    if (constant.has(id)) return true;
    const before = remembered.get(id);
    if (before !== undefined) return before;
    const column = columns.get(id);
    const answer = column !== undefined && !canRaise(column.expr, known.bounds) && expressible(column.expr);
    remembered.set(id, answer);
    return answer;
  };
  const few = (expr: Expr): boolean => isBin(expr, known) || typeOf(expr, known.types) === 'boolean';
  const fewColumn = (id: string): boolean => {
    const column = columns.get(id);
    return column !== undefined && (column.type === 'boolean' || isBin(column.expr, known));
  };
  /** Reads the row, and nothing that follows from groups. */
  const ofRow = (expr: Expr): boolean => {
    if (expr.op === 'field' || expr.op === 'aggregate') return true;
    if (expr.op === 'column') return !follows(expr.id);
    return expr.op === 'call' && expr.args.some(ofRow) && expr.args.every((arg) => ofRow(arg) || isConstant(arg));
  };
  const isBase = (expr: Expr): boolean => {
    if (expr.op === 'column') return !follows(expr.id) && fewColumn(expr.id);
    return (expr.op === 'call' || expr.op === 'field' || expr.op === 'aggregate') && few(expr) && ofRow(expr);
  };
  const expressible = (expr: Expr): boolean => {
    if (isBase(expr)) return true;
    if (expr.op === 'field' || expr.op === 'line' || expr.op === 'aggregate') return false;
    if (expr.op === 'column') return follows(expr.id);
    return expr.op !== 'call' || expr.args.every(expressible);
  };
  return isBase;
}

/** Where the list stands that says how many answers there are. */
const LIST_AT = { bin: 1, binLeft: 1, nearest: 0 } as const;
/** Bins are told apart in 16 bits. */
const MOST_CUTS = 60_000;

function isBin(expr: Expr, { bounds }: Known): boolean {
  if (expr.op !== 'call' || !(expr.fn in LIST_AT)) return false;
  const cuts = expr.args[LIST_AT[expr.fn as keyof typeof LIST_AT]];
  if (cuts?.op === 'list') return cuts.values.length <= MOST_CUTS;
  return cuts?.op === 'parameter' && [bounds.parameter(cuts)].flat().length <= MOST_CUTS;
}

function isConstant(expr: Expr): boolean {
  if (expr.op === 'call') return expr.args.every(isConstant);
  return expr.op !== 'field' && expr.op !== 'column' && expr.op !== 'aggregate' && expr.op !== 'line';
}
