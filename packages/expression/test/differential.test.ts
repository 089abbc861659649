// Five readings of random formulas over random customers: jsonata itself = closures = generated code = sweep = SQL in DuckDB.
// Ours are one and the same; every difference from jsonata falls in a named, counted class, or fails; what has no SQL is counted
// by reason. FORMULA_SEEDS, FORMULA_RUNS (formulas for each seed) and FORMULA_ROWS widen the search, as `pnpm nightly` does.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompiledFormula, compileFormula } from '../src/index.ts';
import { killsJsonata, startJsonata } from './differential/ask-jsonata.ts';
import { type Class, classes, compare, explain, type Pair } from './differential/compare.ts';
import { type Customer, readersOver, untimed } from './differential/our-answers.ts';
import { customer, typedSource, weirdCustomer } from './grow.ts';
import { fields, scopeFor } from './scope.ts';

const scope = scopeFor(fields, [untimed]);
const SEEDS = (process.env['FORMULA_SEEDS'] ?? '20240630,202').split(',').map(Number);
const RUNS = Number(process.env['FORMULA_RUNS'] ?? 1_250);
const ROWS = Number(process.env['FORMULA_ROWS'] ?? 300);
/** A busy machine is given time; what hangs is ended. */
const TIMEOUT = 60_000 + RUNS * 240;
/** Formulas in one query, and in one message to jsonata. */
const AT_ONCE = 100;

interface Formula {
  readonly source: string;
  readonly compiled: CompiledFormula;
}

/** Formulas that compile, and how many do not, by reason. */
function formulasOf(seed: number): { readonly formulas: readonly Formula[]; readonly refused: ReadonlyMap<string, number> } {
  const all = fc.sample(typedSource, { numRuns: RUNS, seed }).map(([source]) => ({ source, compiled: compileFormula(source, scope) }));
  const refused = all.flatMap(({ compiled }) => (compiled.expr === undefined ? [compiled.diagnostics[0]?.code ?? 'none'] : []));
  return { formulas: all.filter(({ compiled }) => compiled.expr !== undefined), refused: countsOf(refused) };
}

/** A fifth of them with values that are rare. */
function customersOf(seed: number): readonly Customer[] {
  const rare = Math.floor(ROWS / 5);
  return [...fc.sample(customer, { numRuns: ROWS - rare, seed: seed + 1 }), ...fc.sample(weirdCustomer, { numRuns: rare, seed: seed + 2 })];
}

function countsOf(items: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(items, (item) => item)].map(([item, all]) => [item, all.length]));
}

const sumOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);

function print(title: string, counts: ReadonlyMap<string, number>): void {
  const lines = [...counts].sort(([, a], [, b]) => b - a).map(([name, n]) => `  ${n.toLocaleString('en').padStart(11)}  ${name}`);
  process.stdout.write(`${title}\n${lines.join('\n')}\n`);
}

/** Answers of all formulas, part by part, so that ours and theirs are computed at the same time. */
async function readAll(formulas: readonly Formula[], customers: readonly Customer[], timeout: number) {
  const theirs = startJsonata(customers, timeout);
  const ours = await readersOver(customers);
  const rows = customers.map((_, row) => row);
  const counts = new Map<Class, number>(classes.map((name) => [name, 0]));
  const add = (more: ReadonlyMap<Class, number>): void => {
    for (const [name, n] of more) counts.set(name, (counts.get(name) ?? 0) + n);
  };
  const open: Pair[] = [];
  const withoutSql: string[] = [];
  for (let from = 0; from < formulas.length; from += AT_ONCE) {
    const part = formulas.slice(from, from + AT_ONCE).map((formula) => ({ ...formula, asked: !killsJsonata(formula.source) }));
    const [other, own] = await Promise.all([
      theirs.ask({ questions: part.map(({ source, asked }) => ({ source, rows: asked ? rows : [] })), departures: [] }),
      ours.answersOf(part.map(({ compiled }) => compiled)),
    ]);
    withoutSql.push(...own.refused.values());
    const asked = part.map(({ source, asked }, at) => ({ source, asked, ours: own.answers[at] ?? [], theirs: other[at] ?? [] }));
    const compared = compare(asked.filter((one) => one.asked));
    add(compared.counts);
    open.push(...compared.open);
  }
  const explained = await explain(open, theirs);
  add(explained.counts);
  theirs.end();
  ours.close();
  return { counts, open: explained.open, withoutSql: countsOf(withoutSql) };
}

test.each(SEEDS)(
  `${RUNS} formulas × ${ROWS} customers by five readings, seed %i`,
  async (seed) => {
    const { formulas, refused } = formulasOf(seed);
    const customers = customersOf(seed);
    const { counts, open, withoutSql } = await readAll(formulas, customers, TIMEOUT);
    print(`pairs by class, seed ${seed}`, counts);
    print('formulas that do not compile, by reason', refused);
    print('formulas without SQL, by reason', withoutSql);
    const hanging = formulas.filter(({ source }) => killsJsonata(source)).length;
    process.stdout.write(`${formulas.length} formulas, ${hanging} of them not asked of jsonata, which they would hang\n`);
    // The shortest formula first, each with one of its customers.
    const unexplained = [...new Map(open.map(({ row, ...pair }) => [pair.source, { ...pair, record: customers[row] }])).values()];
    expect(unexplained.toSorted((a, b) => a.source.length - b.source.length).slice(0, 10)).toEqual([]);
    // What is let through stays rare, so that neither formulas nor answers drop out unseen.
    const differing = new Map([...counts].filter(([name]) => name !== 'same' && name !== 'same error'));
    expect(sumOf(differing)).toBeLessThan(sumOf(counts) * 0.05);
    expect(sumOf(refused)).toBeLessThan(RUNS * 0.02);
    expect(hanging).toBeLessThan(RUNS * 0.04);
    expect(sumOf(withoutSql)).toBeLessThan(formulas.length * 0.12);
  },
  TIMEOUT,
);
