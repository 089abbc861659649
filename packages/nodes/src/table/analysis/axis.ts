// One input cut into the pieces its cells tell apart: listed values, the intervals between them, everything else, nothing.
// Within a piece all values answer every cell alike.
import { ceilScaled, floorScaled } from '@tierflow/compiler';
import { parseDay, type ValueType } from '@tierflow/definition';
import type { Cell, CellTest } from '../config.ts';

/** What an input can hold. */
export interface InputRange {
  /** The column, or the formula. */
  readonly name: string;
  readonly type: ValueType;
  /** Of a number: a whole number of 10^-decimals. */
  readonly decimals?: number;
  /** Of a text: all values there are. */
  readonly values?: readonly string[];
}

/** Numbers and days; an open end is left out. */
interface Between {
  readonly kind: 'between';
  readonly from?: number;
  readonly to?: number;
}

export type Atom =
  | { readonly kind: 'empty' }
  | { readonly kind: 'other' }
  | { readonly kind: 'point'; readonly value: string | number | boolean }
  | Between;

export interface Axis {
  readonly input: InputRange;
  /** Rising, `empty` last. */
  readonly atoms: readonly Atom[];
  /** The atoms a cell holds for, a bit each. */
  readonly covers: (cell: Cell) => bigint;
  /** All atoms. */
  readonly all: bigint;
  /** The atom of no value. */
  readonly empty: bigint;
}

/** Undefined where there are more pieces than can be looked at. */
export function axisOf(input: InputRange, cells: readonly Cell[], most: number): Axis | undefined {
  const ordered = isOrdered(input.type);
  const tests = cells.flatMap((cell) => (cell === null ? [] : [cell]));
  const written = new Set(tests.flatMap((test) => valuesOf(test, input.type)));
  if (written.size * 2 > most) return undefined;
  const values = ordered ? orderedAtoms([...written].map(Number), input) : listedAtoms(written, input);
  const atoms: readonly Atom[] = [...values, { kind: 'empty' }];
  const all = (1n << BigInt(atoms.length)) - 1n;
  const known = new Map<string, bigint>();
  const covers = (cell: Cell): bigint => {
    if (cell === null) return all;
    const key = JSON.stringify(cell);
    const before = known.get(key);
    if (before !== undefined) return before;
    const holds = holder(cell, input.type);
    const found = BigInt(
      `0b${atoms
        .map((atom) => (holds(atom) ? '1' : '0'))
        .toReversed()
        .join('')}`,
    );
    known.set(key, found);
    return found;
  };
  return { input, atoms, covers, all, empty: 1n << BigInt(atoms.length - 1) };
}

export function isOrdered(type: ValueType): boolean {
  return type === 'number' || type === 'date' || type === 'datetime';
}

/** Steps of a value that has gaps between its numbers: 1 for whole numbers and days. */
export function scaleOf({ type, decimals }: InputRange): number | undefined {
  if (type === 'date' || type === 'datetime') return 1;
  return decimals === undefined || decimals > 9 ? undefined : 10 ** decimals;
}

/** The values a test names; days as their number. */
function valuesOf(test: CellTest, type: ValueType): readonly (string | number | boolean)[] {
  const values = test.value === undefined ? [] : [test.value].flat();
  return type === 'date' || type === 'datetime' ? values.map((value) => parseDay(String(value)) ?? 0) : values;
}

/** Points and what lies between them, without those that no value can take. */
function orderedAtoms(cuts: readonly number[], input: InputRange): readonly Atom[] {
  const scale = scaleOf(input);
  const rising = [...new Set(cuts)].sort((a, b) => a - b);
  const points = rising.map((value): Atom => ({ kind: 'point', value }));
  const spans = [undefined, ...rising].map((from, at): Between => {
    const to = rising[at];
    return { kind: 'between', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  });
  return spans
    .flatMap((span, at) => [span, ...points.slice(at, at + 1)])
    .filter((atom) => {
      if (scale === undefined) return true;
      if (atom.kind === 'point') return floorScaled(Number(atom.value), scale) === ceilScaled(Number(atom.value), scale);
      if (atom.kind !== 'between' || atom.from === undefined || atom.to === undefined) return true;
      return floorScaled(atom.from, scale) + 1 < ceilScaled(atom.to, scale);
    });
}

function listedAtoms(written: ReadonlySet<string | number | boolean>, { type, values }: InputRange): readonly Atom[] {
  const known = type === 'boolean' ? [true, false] : values;
  if (known !== undefined) return known.map((value) => ({ kind: 'point', value }));
  return [...[...written].map((value): Atom => ({ kind: 'point', value })), { kind: 'other' }];
}

/** Whether the test is true for the values of a piece. */
function holder(test: CellTest, type: ValueType): (atom: Atom) => boolean {
  if (test.op === 'isEmpty' || test.op === 'isNotEmpty') return ({ kind }) => (kind === 'empty') === (test.op === 'isEmpty');
  const values = valuesOf(test, type);
  if (test.op === 'eq' || test.op === 'in' || test.op === 'ne' || test.op === 'notIn') {
    const listed = new Set(values);
    const wanted = test.op === 'eq' || test.op === 'in';
    return (atom) => atom.kind !== 'empty' && (atom.kind === 'point' && listed.has(atom.value)) === wanted;
  }
  const [low, high] = limitsOf(test, values.map(Number));
  return (atom) => {
    if (atom.kind === 'empty' || atom.kind === 'other') return false;
    const isPoint = atom.kind === 'point';
    const from = isPoint ? Number(atom.value) : (atom.from ?? Number.NEGATIVE_INFINITY);
    const to = isPoint ? Number(atom.value) : (atom.to ?? Number.POSITIVE_INFINITY);
    const above = from > low.at || (from === low.at && !(isPoint && low.open));
    return above && (to < high.at || (to === high.at && !(isPoint && high.open)));
  };
}

interface End {
  readonly at: number;
  readonly open: boolean;
}

/** The ends of an order comparison. */
function limitsOf({ op, open }: CellTest, [first = 0, second = 0]: readonly number[]): readonly [End, End] {
  const none = [
    { at: Number.NEGATIVE_INFINITY, open: false },
    { at: Number.POSITIVE_INFINITY, open: false },
  ] as const;
  if (op === 'gt' || op === 'ge') return [{ at: first, open: op === 'gt' }, none[1]];
  if (op === 'lt' || op === 'le') return [none[0], { at: first, open: op === 'lt' }];
  return [
    { at: first, open: open === 'low' || open === 'both' },
    { at: second, open: open === 'high' || open === 'both' },
  ];
}
