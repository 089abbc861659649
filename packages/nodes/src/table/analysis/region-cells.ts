// A set of an axis' pieces as cells a person can read: one cell where one can say it, else several of which any may hold.
import { ceilScaled, floorScaled } from '@tierflow/compiler';
import { formatDay } from '@tierflow/definition';
import type { Cell, CellTest } from '../config.ts';
import { type Atom, type Axis, isOrdered, scaleOf } from './axis.ts';

export function cellsOf(axis: Axis, region: bigint): readonly Cell[] {
  if (region === axis.all) return [null];
  const hasEmpty = (region & axis.empty) !== 0n;
  const empty: readonly Cell[] = hasEmpty ? [{ op: 'isEmpty' }] : [];
  if ((region | axis.empty) === axis.all) return [{ op: 'isNotEmpty' }];
  const values = isOrdered(axis.input.type) ? orderedCells(axis, region) : listedCells(axis, region);
  return [...values, ...empty];
}

function split(axis: Axis, region: bigint): { readonly inside: readonly Atom[]; readonly outside: readonly Atom[] } {
  const inside: Atom[] = [];
  const outside: Atom[] = [];
  axis.atoms.forEach((atom, at) => {
    if (atom.kind !== 'empty') ((region >> BigInt(at)) & 1n ? inside : outside).push(atom);
  });
  return { inside, outside };
}

function listedCells(axis: Axis, region: bigint): readonly CellTest[] {
  const { inside, outside } = split(axis, region);
  if (inside.length === 0) return [];
  const rest = inside.some((atom) => atom.kind === 'other');
  return [oneOf(pointsOf(rest ? outside : inside), rest ? 'not' : 'is')];
}

type Scalar = string | number | boolean;

function pointsOf(atoms: readonly Atom[]): readonly Scalar[] {
  return atoms.flatMap((atom) => (atom.kind === 'point' ? [atom.value] : []));
}

function oneOf(values: readonly Scalar[], way: 'is' | 'not'): CellTest {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return { op: way === 'is' ? 'eq' : 'ne', value: only };
  return { op: way === 'is' ? 'in' : 'notIn', value: [...values] };
}

/** So many values left out are listed as such. */
const FEW = 5;

function orderedCells(axis: Axis, region: bigint): readonly CellTest[] {
  const { inside, outside } = split(axis, region);
  const listed = axis.input.type === 'number';
  if (inside.length > 0 && outside.length <= FEW && outside.every((atom) => atom.kind === 'point')) {
    if (outside.length === 1 || listed) return [oneOf(pointsOf(outside).map(writer(axis)), 'not')];
  }
  const runs = runsOf(axis, region).map((run) => runCell(axis, run));
  const single = runs.flatMap((test) => (test.op === 'eq' && test.value !== undefined && !Array.isArray(test.value) ? [test.value] : []));
  if (!listed || single.length < 2) return runs;
  return [oneOf(single, 'is'), ...runs.filter((test) => test.op !== 'eq')];
}

/** Pieces that lie next to each other. */
function runsOf(axis: Axis, region: bigint): readonly (readonly Atom[])[] {
  const runs: Atom[][] = [];
  let open = false;
  axis.atoms.forEach((atom, at) => {
    const inside = atom.kind !== 'empty' && ((region >> BigInt(at)) & 1n) === 1n;
    if (inside && open) runs.at(-1)?.push(atom);
    else if (inside) runs.push([atom]);
    open = inside;
  });
  return runs;
}

/** Days are written as days. */
function writer({ input }: Axis): (value: Scalar) => Scalar {
  return (value) => (input.type === 'number' ? value : formatDay(Number(value)));
}

function runCell(axis: Axis, run: readonly Atom[]): CellTest {
  const [low, high] = [endOf(axis, run[0], 'low'), endOf(axis, run.at(-1), 'high')];
  const write = writer(axis);
  if (low === undefined && high === undefined) return { op: 'isNotEmpty' };
  if (low === undefined) return { op: high?.open === true ? 'lt' : 'le', value: write(high?.at ?? 0) };
  if (high === undefined) return { op: low.open ? 'gt' : 'ge', value: write(low.at) };
  if (low.at === high.at) return { op: 'eq', value: write(low.at) };
  const open = low.open && high.open ? 'both' : low.open ? 'low' : high.open ? 'high' : undefined;
  return { op: 'between', value: [write(low.at), write(high.at)], ...(open === undefined ? {} : { open }) };
}

/** Ends of whole numbers and days belong to the run, so that `(4..10)` reads `5..9`. */
function endOf(axis: Axis, atom: Atom | undefined, side: 'low' | 'high'): { readonly at: number; readonly open: boolean } | undefined {
  if (atom?.kind === 'point') return { at: Number(atom.value), open: false };
  if (atom?.kind !== 'between') return undefined;
  const at = side === 'low' ? atom.from : atom.to;
  if (at === undefined) return undefined;
  if (scaleOf(axis.input) !== 1) return { at, open: true };
  return { at: side === 'low' ? floorScaled(at, 1) + 1 : ceilScaled(at, 1) - 1, open: false };
}
