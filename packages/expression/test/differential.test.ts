// Formulas against jsonata itself: random formulas over random customers answer the same, errors of rows apart.
import { spawnSync } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Collection, Json } from '@tierflow/definition';
import { decider } from '@tierflow/evaluator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompiledFormula, compileFormula } from '../src/index.ts';
import { customer, typedSource } from './grow.ts';
import { fields, orders, programOf, scopeFor } from './scope.ts';

type OracleAnswer = { readonly value: Json } | { readonly error: string };
type Customer = { readonly [name: string]: Json };

/** jsonata knows no as-of day: the orders of this test have no time. */
const untimed: Collection = { name: 'orders', fields: orders.fields };
const scope = scopeFor(fields, [untimed]);
const SEED = Number(process.env['FORMULA_SEED'] ?? 20_240_630);
const RUNS = Number(process.env['FORMULA_RUNS'] ?? 600);

/** jsonata copies what stands before `?:` and `??` through JSON: a regular expression in it becomes one that matches without end. */
function killsJsonata(source: string): boolean {
  return source.includes(', /') && (source.includes('?:') || source.includes('??'));
}

function ask(
  questions: readonly { readonly source: string; readonly records: readonly Customer[] }[],
): readonly (readonly OracleAnswer[])[] {
  const oracle = fileURLToPath(new URL('./jsonata-oracle.ts', import.meta.url));
  const run = spawnSync(execPath, ['--max-old-space-size=512', oracle], {
    input: JSON.stringify(questions),
    timeout: 50_000,
    maxBuffer: 1e9,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`the oracle ended with ${run.status ?? run.signal}: ${run.stderr}`);
  return JSON.parse(run.stdout) as readonly (readonly OracleAnswer[])[];
}

function answers(compiled: CompiledFormula, records: readonly Customer[], mode: 'closures' | 'generated'): readonly OracleAnswer[] {
  const { values } = decider(programOf(compiled, { fields, collections: [untimed] }), { mode });
  return records.map((record) => {
    const { values: columns, notes } = values({ id: 'c', ...record });
    const error = notes.find((note) => note.at === 'answer');
    return error === undefined ? { value: columns.get('answer') ?? null } : { error: error.code };
  });
}

/** What jsonata answers once a number that is not finite has come up somewhere. */
const NOT_FINITE = new Set(['not finite', 'T2001', 'T2002', 'D1001', 'D3001']);

/** `unused`: theirs met such a number in a part whose value does not matter, which is not evaluated here. */
function compare(ours: OracleAnswer, theirs: OracleAnswer | undefined): 'same' | 'our error' | 'unused' | 'different' {
  if (theirs === undefined) return 'different';
  // A result that is not finite is our error where it arises; jsonata carries it on until something refuses it.
  if ('error' in ours) return 'our error';
  if ('error' in theirs) return NOT_FINITE.has(theirs.error) ? 'unused' : 'different';
  return ours.value === theirs.value ? 'same' : 'different';
}

test.each(['closures', 'generated'] as const)('formulas answer as jsonata does, by %s', (mode) => {
  const sources = fc
    .sample(typedSource, { numRuns: RUNS, seed: SEED })
    .map(([source]) => source)
    .filter((source) => !killsJsonata(source));
  const records = fc.sample(customer, { numRuns: 30, seed: SEED + 1 });
  const compiled = sources
    .map((source) => ({ source, compiled: compileFormula(source, scope), records }))
    .filter(({ compiled: { expr } }) => expr !== undefined);
  expect(compiled.length).toBeGreaterThan(sources.length * 0.8);
  const oracle = ask(compiled.map(({ source }) => ({ source, records })));
  const counts = { same: 0, 'our error': 0, unused: 0, different: 0 };
  const different: unknown[] = [];
  for (const [at, { source, compiled: formula }] of compiled.entries()) {
    for (const [row, ours] of answers(formula, records, mode).entries()) {
      const theirs = oracle[at]?.[row];
      const outcome = compare(ours, theirs);
      counts[outcome] += 1;
      if (outcome === 'different') different.push({ source, record: records[row], ours, theirs });
    }
  }
  expect(different.slice(0, 20)).toEqual([]);
  expect(counts['our error'] / counts.same).toBeLessThan(0.25);
  expect(counts.unused / counts.same).toBeLessThan(0.01);
});
