// Where a program can be cut so that people who look alike are counted together: columns with few states (masks,
// conditions, bins) on one side, and on the other everything that follows from them. Counts downstream then need
// one evaluation per distinct tuple of states instead of one per customer.
import { type Column, canRaise, type Expr, typeOf, walk } from '@tierflow/definition';
import { type Prepared, type Program, prepare } from '../program.ts';

/** More cells than this are not worth keeping. */
const MOST_CELLS = 65_536;

/** A column of few states: a mask has 2, a condition 3, a bin one for each bin and one for missing. */
export interface Base {
  readonly id: string;
  readonly states: number;
}

export interface Frontier {
  /** The program with conditions and bins inside expressions made columns of their own. */
  readonly prepared: Prepared;
  readonly bases: readonly Base[];
  /** Product of the states. */
  readonly cells: number;
}

/** Cuts a program for counting some masks; undefined where there would be too many cells. */
export function frontierOf(prepared: Prepared, counts: readonly string[]): Frontier | undefined {
  const { program, states } = namedParts(prepared);
  const derived = new Map<string, readonly string[]>();
  const few = new Map<string, number>();
  for (const column of program.columns) {
    const reads = readsOf(column);
    const follows = !readsRow(column.expr) && reads.every((id) => derived.has(id) || few.has(id));
    const own = states.get(column.id) ?? (column.type === 'boolean' ? (column.mask === true ? 2 : 3) : undefined);
    if (follows) derived.set(column.id, reads);
    else if (own !== undefined) few.set(column.id, own);
  }
  const bases = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string): boolean => {
    if (seen.has(id)) return true;
    seen.add(id);
    if (few.has(id)) return bases.add(id).size > 0;
    return derived.get(id)?.every(visit) ?? false;
  };
  if (!counts.every(visit)) return undefined;
  const chosen = program.columns
    .filter((column) => bases.has(column.id))
    .map((column) => ({ id: column.id, states: few.get(column.id) ?? 2 }));
  const cells = chosen.reduce((product, base) => product * base.states, 1);
  return cells > MOST_CELLS ? undefined : { prepared: prepare(program), bases: chosen, cells };
}

function readsOf(column: Column): readonly string[] {
  const ids = new Set<string>(column.where === undefined ? [] : [column.where]);
  walk(column.expr, (part) => {
    if (part.op === 'column') ids.add(part.id);
  });
  return [...ids];
}

function readsRow(expr: Expr): boolean {
  let found = false;
  walk(expr, (part) => {
    if (part.op === 'field' || part.op === 'aggregate') found = true;
  });
  return found;
}

function readsLines(expr: Expr): boolean {
  let found = false;
  walk(expr, (part) => {
    if (part.op === 'aggregate') found = true;
  });
  return found;
}

function whereOf(owner: Column): { readonly where?: string } {
  return owner.where === undefined ? {} : { where: owner.where };
}

function readsColumn(expr: Expr): boolean {
  let found = false;
  walk(expr, (part) => {
    if (part.op === 'column') found = true;
  });
  return found;
}

interface NamedParts {
  readonly program: Program;
  /** States of the bins that became columns. */
  readonly states: ReadonlyMap<string, number>;
}

interface Shape {
  readonly type: 'boolean' | 'number';
  readonly mask: boolean;
  /** How many states. */
  readonly count: number;
}

/** Gives conditions over the record, and bins, inside larger expressions a column of their own. */
function namedParts(prepared: Prepared): NamedParts {
  const { program, types, parameter } = prepared;
  const bounds = { column: () => 53, parameter };
  const columns: Column[] = [];
  const states = new Map<string, number>();
  const known = new Map<string, string>();
  const name = (part: Expr, owner: Column, { type, mask, count }: Shape): Expr => {
    // Without its owner's mask a condition is shared by all who ask it; loops over lines stay where they are needed.
    const where: { readonly where?: string } = type === 'boolean' && !readsLines(part) ? {} : whereOf(owner);
    const content = JSON.stringify([part, where]);
    const id = known.get(content) ?? `~${known.size}`;
    if (!known.has(content)) {
      known.set(content, id);
      states.set(id, mask && where.where !== undefined ? 3 : count);
      columns.push({
        id,
        node: owner.node,
        type,
        expr: part,
        ...where,
        ...(mask && where.where === undefined ? { mask: true as const } : {}),
      });
    }
    return { op: 'column', id };
  };
  const cut = (expr: Expr, owner: Column): Expr => {
    if (expr.op !== 'call' && expr.op !== 'field') return expr;
    if (canRaise(expr, bounds)) return expr;
    if (readsRow(expr) && !readsColumn(expr) && typeOf(expr, types) === 'boolean') {
      const total = expr.op === 'call' && expr.fn === 'isTrue';
      return name(expr, owner, { type: 'boolean', mask: total, count: total ? 2 : 3 });
    }
    const count = expr.op === 'call' ? statesOf(expr, prepared) : undefined;
    if (count !== undefined) return name(expr, owner, { type: 'number', mask: false, count });
    return expr.op === 'call' ? { ...expr, args: expr.args.map((arg) => cut(arg, owner)) } : expr;
  };
  for (const column of program.columns) columns.push({ ...column, expr: cut(column.expr, column) });
  return { program: { ...program, columns }, states };
}

/** How many answers a bin or a nearest centroid has, missing included; undefined for other calls. */
function statesOf({ fn, args }: Extract<Expr, { op: 'call' }>, { parameter }: Prepared): number | undefined {
  const length = (list: Expr | undefined): number => {
    if (list?.op === 'parameter') return [parameter(list)].flat().length;
    return list?.op === 'list' ? list.values.length : MOST_CELLS;
  };
  if (fn === 'bin' || fn === 'binLeft') return length(args[1]) + 2;
  return fn === 'nearest' ? Math.floor(length(args[0]) / (args.length - 1)) + 1 : undefined;
}
