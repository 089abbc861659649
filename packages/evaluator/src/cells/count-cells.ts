// Counting by cells: the text that finds a customer's cell, and the evaluation of every cell that has people.
import { type Column, walk } from '@tierflow/definition';
import { type CodeCache, compileText, constantPool } from '../codegen/constants.ts';
import { emitProgram } from '../codegen/emit-program.ts';
import { neededFor, type Prepared } from '../program.ts';
import { codeOf } from '../row-error.ts';
import type { Base, Frontier } from './frontier.ts';

/** Text of the cell index, given each base's variable. The first base varies slowest. */
export function emitCell(frontier: Frontier, states: ReadonlySet<string>, variable: (id: string) => string): string {
  const state = ({ id }: Base): string =>
    isNumber(frontier.prepared, id) && !states.has(id) ? `(${variable(id)} === ${variable(id)} ? ${variable(id)} : 0)` : variable(id);
  return frontier.bases.reduce((text, base) => (text === '' ? state(base) : `(${text}) * ${base.states} + ${state(base)}`), '') || '0';
}

/** Bins that no other column of the pass reads: they can stay integers. `positions` are those of the pass. */
export function statesOnly({ bases, prepared }: Frontier, positions: readonly number[], written: readonly string[]): ReadonlySet<string> {
  const read = new Set(written);
  for (const at of positions) {
    walk((prepared.program.columns[at] as Column).expr, (part) => {
      if (part.op === 'column') read.add(part.id);
    });
  }
  return new Set(bases.filter((base) => isNumber(prepared, base.id) && !read.has(base.id)).map((base) => base.id));
}

function isNumber(prepared: Prepared, id: string): boolean {
  return prepared.program.columns[prepared.position(id)]?.type === 'number';
}

export interface CellCounts {
  readonly counts: Float64Array;
  readonly errors: ReadonlyMap<string, number>;
}

export interface Asked {
  /** Masks to count. */
  readonly counts: readonly string[];
  readonly asOf: number;
  readonly cache?: CodeCache | undefined;
}

/** Evaluates the masks on every cell that has people and adds the people up. */
export function countCells(frontier: Frontier, people: Float64Array, { counts, asOf, cache }: Asked): CellCounts {
  const { prepared, bases } = frontier;
  const pool = constantPool();
  const variables = new Map(bases.map((base, at) => [base.id, `b${at}`]));
  const known = (id: string): string | undefined => variables.get(id);
  const walk = () => ({ line: () => 'NaN', head: () => '{' });
  const place = { field: () => 'NaN', walk, known, constant: pool.add };
  const positions = neededFor(prepared, counts, new Set(variables.keys()));
  const { outer, statements, variable } = emitProgram(prepared, positions, place);
  const text = [
    pool.declare(),
    ...outer,
    'for (let cell = 0; cell < people.length; cell++) {',
    'const n = people[cell]; if (n === 0) continue; let rest = cell;',
    'const fail = (at, e) => failed(n, at, e);',
    ...emitStates(frontier),
    ...statements,
    ...counts.map((id, at) => `if (${variable(id)} === 1) counts[${at}] += n;`),
    '}',
  ];
  text[0] = pool.declare();
  const sums = new Float64Array(counts.length);
  const errors = new Map<string, number>();
  const failed = (n: number, at: number, error: unknown): void => {
    codeOf(error);
    const { id } = prepared.program.columns[at] as Column;
    errors.set(id, (errors.get(id) ?? 0) + n);
  };
  compileText<(k: readonly unknown[], asOf: number, people: Float64Array, counts: Float64Array, failed: unknown) => void>(
    ['K', 'asOf', 'people', 'counts', 'failed'],
    text.join('\n'),
    cache,
  )(pool.values, asOf, people, sums, failed);
  return { counts: sums, errors };
}

/** Takes the cell index apart, last base first. */
function emitStates({ bases, prepared }: Frontier): string[] {
  return bases
    .map((base, at) => {
      const state = `rest % ${base.states}`;
      const value = isNumber(prepared, base.id) ? `${state} === 0 ? NaN : ${state}` : state;
      return `const b${at} = ${value}; rest = (rest - rest % ${base.states}) / ${base.states};`;
    })
    .reverse();
}
