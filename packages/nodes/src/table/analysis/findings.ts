// What a table leaves open and says twice: boxes of values no row covers, pairs of rows that can hit the same person, rows
// that are never hit. Pure and without people; the same answer for the check, the counts and the studio.
import type { Cell, TableConfig } from '../config.ts';
import { type Axis, axisOf, type InputRange } from './axis.ts';
import { cellsOf } from './region-cells.ts';
import { type Box, type Budget, type Covered, coveredBy, uncovered } from './uncovered.ts';

/** Per input, cells of which one has to hold. */
export type BoxCells = readonly (readonly Cell[])[];

/** Values that no row covers. */
export interface Gap {
  readonly id: string;
  readonly cells: BoxCells;
  /** There only where an input has no value. */
  readonly missing: boolean;
}

/** Two rows, by position, that can hit the same person, and where. */
export interface Overlap {
  readonly id: string;
  readonly first: number;
  readonly second: number;
  readonly cells: BoxCells;
}

/** A row nobody can hit: its cells allow nobody, or rows above take everybody; `by` is the one that does it alone. */
export interface DeadRow {
  readonly row: number;
  readonly why: 'impossible' | 'shadowed';
  readonly by?: number;
}

export interface Findings {
  /** Without an `otherwise`; broadest first, those without a value last. */
  readonly gaps: readonly Gap[];
  /** Of a table of hit policy `unique`. */
  readonly overlaps: readonly Overlap[];
  readonly dead: readonly DeadRow[];
  /** False where the work was bounded: there may be more. */
  readonly complete: boolean;
}

/** Pieces of one input, steps of one search, and findings of a sort that are looked at. */
const PIECES = 1_000;
const STEPS = 30_000;
const MOST = 40;

/** @param inputs one for each input of the config, which has passed its check. */
export function tableFindings(config: TableConfig, inputs: readonly InputRange[]): Findings {
  const axes = axesOf(config, inputs);
  if (axes === undefined) return { gaps: [], overlaps: [], dead: [], complete: false };
  const rows = config.rows.map(({ cells }) => axes.map((axis, at) => axis.covers(cells[at] ?? null)));
  const covered = coveredBy(axes, rows);
  const [forGaps, forRows]: readonly [Budget, Budget] = [{ left: STEPS }, { left: STEPS }];
  const gaps = config.otherwise === undefined ? gapsOf(covered, forGaps) : [];
  const dead = deadRows(config, covered, forRows);
  const overlaps = config.hit === 'unique' ? overlapsOf(covered) : [];
  return {
    gaps: gaps.slice(0, MOST),
    overlaps: overlaps.slice(0, MOST),
    dead,
    complete: forGaps.left > 0 && forRows.left > 0 && gaps.length <= MOST && overlaps.length <= MOST,
  };
}

/** Undefined where an input has too many pieces. */
export function axesOf(config: Pick<TableConfig, 'rows'>, inputs: readonly InputRange[]): readonly Axis[] | undefined {
  const axes = inputs.map((input, at) => {
    const cells = config.rows.map((row) => row.cells[at] ?? null);
    return axisOf(input, cells, PIECES);
  });
  const found = axes.flatMap((axis) => axis ?? []);
  return found.length === axes.length ? found : undefined;
}

export function boxCells(axes: readonly Axis[], box: Box): BoxCells {
  return axes.map((axis, at) => cellsOf(axis, box[at] ?? 0n));
}

function gapsOf(covered: Covered, budget: Budget): readonly Gap[] {
  const { axes, rows } = covered;
  const whole = axes.map(({ all }) => all);
  const boxes = uncovered(covered, whole, (1n << BigInt(rows.length)) - 1n, budget).flatMap((box) => apart(axes, box));
  const isMissing = (box: Box): boolean => axes.some(({ empty }, at) => box[at] === empty);
  const known = boxes.filter((box) => !isMissing(box));
  return [...broadestFirst(axes, known), ...broadestFirst(axes, boxes.filter(isMissing))].slice(0, MOST + 1).map((box, at) => ({
    id: `gap${at + 1}`,
    cells: boxCells(axes, box),
    missing: isMissing(box),
  }));
}

/** Values and no value told apart, where it is not just anything: all with values, then by the first input without one. */
function apart(axes: readonly Axis[], box: Box): readonly Box[] {
  const mixed = axes.map(({ all, empty }, axis) => box[axis] !== all && box[axis] !== empty && ((box[axis] ?? 0n) & empty) !== 0n);
  const filled = box.map((atoms, axis) => (mixed[axis] === true ? atoms & ~(axes[axis]?.empty ?? 0n) : atoms));
  const missing = axes.flatMap(({ empty }, axis) =>
    mixed[axis] === true ? [[...filled.slice(0, axis), empty, ...box.slice(axis + 1)]] : [],
  );
  return [filled, ...missing];
}

function broadestFirst(axes: readonly Axis[], boxes: readonly Box[]): readonly Box[] {
  const asks = (box: Box): number => axes.filter(({ all, empty }, at) => ((box[at] ?? 0n) | empty) !== all).length;
  return boxes.toSorted((a, b) => asks(a) - asks(b));
}

function deadRows({ hit }: TableConfig, covered: Covered, budget: Budget): readonly DeadRow[] {
  return covered.rows.flatMap((row, at): DeadRow[] => {
    if (row.some((atoms) => atoms === 0n)) return [{ row: at, why: 'impossible' }];
    if (hit !== 'first' || at === 0 || budget.left <= 0) return [];
    const by = covered.rows.slice(0, at).findIndex((above) => isInside(row, above));
    if (by >= 0) return [{ row: at, why: 'shadowed', by }];
    const left = uncovered(covered, row, (1n << BigInt(at)) - 1n, budget);
    return left.length === 0 && budget.left > 0 ? [{ row: at, why: 'shadowed' }] : [];
  });
}

function isInside(row: Box, above: Box): boolean {
  return row.every((atoms, axis) => (atoms & ~(above[axis] ?? 0n)) === 0n);
}

/** Where both rows hold; undefined where they cannot. */
export function intersection(a: Box, b: Box): Box | undefined {
  const box: bigint[] = [];
  for (const [axis, atoms] of a.entries()) {
    const both = atoms & (b[axis] ?? 0n);
    if (both === 0n) return undefined;
    box.push(both);
  }
  return box;
}

function overlapsOf({ axes, rows }: Covered): readonly Overlap[] {
  const found: Overlap[] = [];
  for (const [second, row] of rows.entries()) {
    for (const [first, above] of rows.slice(0, second).entries()) {
      const both = intersection(above, row);
      if (both === undefined) continue;
      found.push({ id: `overlap${first + 1}_${second + 1}`, first, second, cells: boxCells(axes, both) });
      if (found.length > MOST) return found;
    }
  }
  return found;
}
