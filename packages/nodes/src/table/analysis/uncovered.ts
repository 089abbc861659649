// The part of a region that no row covers, as disjoint boxes: input by input, pieces that leave the same rows are walked
// together. The work is bounded, since boxes can be exponentially many.
import type { Axis } from './axis.ts';

/** A set of pieces per axis. */
export type Box = readonly bigint[];

/** Steps that may still be made; at 0 the answer is not complete. */
export interface Budget {
  left: number;
}

export interface Covered {
  readonly axes: readonly Axis[];
  /** Pieces covered by each row, by axis. */
  readonly rows: readonly Box[];
  /** The pieces of each axis, those that the same rows cover together. */
  readonly parts: readonly (readonly Part[])[];
}

interface Part {
  readonly atoms: bigint;
  /** Rows that cover them, a bit each. */
  readonly hit: bigint;
}

export function coveredBy(axes: readonly Axis[], rows: readonly Box[]): Covered {
  return { axes, rows, parts: axes.map((axis, at) => partsOf(axis, rows, at)) };
}

function partsOf({ atoms }: Axis, rows: readonly Box[], axis: number): readonly Part[] {
  const columns = rows.map((row) => (row[axis] ?? 0n).toString(2).padStart(atoms.length, '0'));
  const groups = new Map<string, bigint>();
  atoms.forEach((_, at) => {
    const key = columns
      .map((bits) => bits[atoms.length - 1 - at])
      .toReversed()
      .join('');
    groups.set(key, (groups.get(key) ?? 0n) | (1n << BigInt(at)));
  });
  return [...groups].map(([key, inside]) => ({ hit: BigInt(`0b0${key}`), atoms: inside }));
}

/** A search ends with so many. */
const MOST_BOXES = 150;

/** Boxes of the region outside of the rows picked, a bit for each. */
export function uncovered({ parts: all }: Covered, region: Box, picked: bigint, budget: Budget): readonly Box[] {
  if (region.some((atoms) => atoms === 0n)) return [];
  const parts = all.map((list, axis) => within(list, region[axis] ?? 0n, picked));
  budget.left -= all.reduce((sum, { length }) => sum + length, 0);
  const tails = tailsOf(parts, picked);
  const boxes: Box[] = [];
  const walk = (axis: number, active: bigint, head: Box): void => {
    const list = parts[axis] ?? [];
    budget.left -= list.length;
    for (const { hit, atoms } of gathered(list, active)) {
      if (budget.left <= 0) return;
      const box = [...head, atoms];
      if (hit === 0n) {
        boxes.push([...box, ...region.slice(axis + 1)]);
        if (boxes.length >= MOST_BOXES) budget.left = 0;
      } else if ((hit & (tails[axis + 1] ?? 0n)) === 0n) walk(axis + 1, hit, box);
    }
  };
  if (picked === 0n) boxes.push(region);
  else if ((tails[0] ?? 0n) === 0n) walk(0, picked, []);
  return merged(boxes);
}

/** The parts that lie in a region. */
function within(parts: readonly Part[], region: bigint, picked: bigint): readonly Part[] {
  const inside = parts.flatMap(({ atoms, hit }) => ((atoms & region) === 0n ? [] : [{ atoms: atoms & region, hit }]));
  return gathered(inside, picked);
}

/** Parts that leave the same rows of those still active become one. */
function gathered(parts: readonly Part[], active: bigint): readonly Part[] {
  // By text: a map looks at the lowest digits of large whole numbers only.
  const groups = new Map<string, Part>();
  for (const part of parts) {
    const hit = part.hit & active;
    const key = hit.toString(32);
    const known = groups.get(key);
    groups.set(key, { hit, atoms: known === undefined ? part.atoms : known.atoms | part.atoms });
  }
  return [...groups.values()];
}

/** Rows that cover everything from an axis on. */
function tailsOf(parts: readonly (readonly Part[])[], picked: bigint): readonly bigint[] {
  const tails: bigint[] = [picked];
  for (const part of parts.toReversed()) tails.unshift(part.reduce((rows, { hit }) => rows & hit, tails[0] ?? 0n));
  return tails;
}

/** Boxes that differ along one axis only become one. */
function merged(boxes: readonly Box[]): readonly Box[] {
  const ids = new Map<string, number>();
  const idOf = (atoms: bigint): number => {
    const text = atoms.toString(32);
    const id = ids.get(text) ?? ids.size;
    ids.set(text, id);
    return id;
  };
  const axes = boxes[0]?.length ?? 0;
  let now = boxes.map((box) => ({ box, names: box.map(idOf) }));
  for (let before = -1; before !== now.length; ) {
    before = now.length;
    for (let axis = 0; axis < axes; axis++) {
      const groups = new Map<string, (typeof now)[number]>();
      for (const one of now) {
        const key = one.names.with(axis, -1).join();
        const known = groups.get(key);
        const atoms = (one.box[axis] ?? 0n) | (known?.box[axis] ?? 0n);
        groups.set(key, known === undefined ? one : { box: one.box.with(axis, atoms), names: one.names.with(axis, idOf(atoms)) });
      }
      now = [...groups.values()];
    }
  }
  return now.map(({ box }) => box);
}
