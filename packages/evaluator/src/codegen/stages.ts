// A long program in several functions: engines do not optimise a function beyond some length, and run it thirty times slower then.
import { type Column, type Expr, partsOf, walk } from '@tierflow/definition';
import type { Prepared } from '../program.ts';

/** Parts of expressions that one function holds well. */
const WHOLE = 1200;
/** What is longer is cut into functions of so many parts, one column at least: the quickest length, as measured. */
const PART = 300;

/** Columns computed together, by position, and those of them that later stages or the end of the sweep read. */
export interface Stage {
  readonly positions: readonly number[];
  readonly carried: readonly Column[];
}

/** Cuts ascending positions into stages; `last` are the columns read where everything is computed. */
export function stagesOf(
  prepared: Prepared,
  positions: readonly number[],
  { last, weight }: { readonly last: Iterable<string>; readonly weight?: number | undefined },
): readonly Stage[] {
  const { columns } = prepared.program;
  const weights = positions.map((at) => weightOf((columns[at] as Column).expr));
  const total = weights.reduce((sum, own) => sum + own, 0);
  const most = weight ?? (total > WHOLE ? PART : WHOLE);
  const groups: number[][] = [];
  let left = 0;
  positions.forEach((at, index) => {
    const own = weights[index] as number;
    if (groups.length === 0 || own > left) {
      groups.push([]);
      left = most;
    }
    left -= own;
    groups.at(-1)?.push(at);
  });
  const read = new Set(last);
  return groups
    .reverse()
    .map((group) => {
      const own = group.map((at) => columns[at] as Column);
      const carried = own.filter(({ id }) => read.has(id));
      for (const column of own) collectReads(column, read);
      return { positions: group, carried };
    })
    .reverse();
}

function weightOf(expr: Expr): number {
  return partsOf(expr).reduce((sum, part) => sum + weightOf(part), 1);
}

function collectReads({ expr, where }: Column, read: Set<string>): void {
  if (where !== undefined) read.add(where);
  walk(expr, (part) => {
    if (part.op === 'column') read.add(part.id);
  });
}

/** Values of a carried column for the rows of one tile, in generated code's own form. */
export function carrierOf({ type, mask }: Column, rows: number): Float64Array | Uint8Array | (string | undefined)[] {
  if (type === 'string') return new Array<string | undefined>(rows).fill(undefined);
  return type === 'boolean' || mask === true ? new Uint8Array(rows) : new Float64Array(rows);
}
