// Formulas against jsonata itself: random formulas over random customers answer the same by closures, generated code
// and sweep, and as jsonata does; every difference falls in a named, counted class or fails. FORMULA_RUNS, FORMULA_ROWS
// and FORMULA_SEED widen the search; `pnpm nightly` asks for 25,000 formulas.
import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Collection, Json } from '@tierflow/definition';
import { decider, sweep, tableOf } from '@tierflow/evaluator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompiledFormula, compileFormula } from '../src/index.ts';
import { columnValue } from './column-value.ts';
import { customer, typedSource, weirdCustomer } from './grow.ts';
import { fields, orders, programOfAll, scopeFor } from './scope.ts';

type TheirAnswer = readonly [Json] | string;
type OurAnswer = { readonly value: Json } | { readonly error: string };
type Customer = { readonly [name: string]: Json };

/** jsonata knows no as-of day: the orders of this test have no time. */
const untimed: Collection = { name: 'orders', fields: orders.fields };
const input = { fields, collections: [untimed] };
const scope = scopeFor(fields, [untimed]);
const SEED = Number(process.env['FORMULA_SEED'] ?? 20_240_630);
const RUNS = Number(process.env['FORMULA_RUNS'] ?? 2_500);
const ROWS = Number(process.env['FORMULA_ROWS'] ?? 300);
/** Formulas in one message to jsonata, while ours are evaluated. */
const AT_ONCE = 250;
const AS_OF = '2024-06-30';

/**
 * jsonata copies what stands before `?:` and `??` through JSON: a regular expression in it becomes one that matches without
 * end, a signature one that cannot be called.
 */
function killsJsonata(source: string): boolean {
  return (source.includes(', /') || source.includes(')<n')) && (source.includes('?:') || source.includes('??'));
}

async function ask(sources: readonly string[], records: readonly Customer[], ascii: boolean): Promise<readonly (readonly TheirAnswer[])[]> {
  const oracle = fileURLToPath(new URL('./jsonata-oracle.ts', import.meta.url));
  const child = spawn(execPath, ['--max-old-space-size=512', oracle], { timeout: 300_000, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ sources, records, ascii }));
  const answer = await text(child.stdout);
  if (answer === '') throw new Error(`the oracle ended with ${child.exitCode ?? child.signalCode}`);
  return JSON.parse(answer) as readonly (readonly TheirAnswer[])[];
}

/** Answers of many formulas by all three evaluators, which must be one and the same. */
async function answers(formulas: readonly CompiledFormula[], records: readonly Customer[]): Promise<readonly (readonly OurAnswer[])[]> {
  const program = programOfAll(formulas, input);
  const withKey = records.map((record, at) => ({ id: `c${at}`, ...record }));
  const closures = decider(program, { mode: 'closures' });
  const generated = decider(program, { mode: 'generated' });
  const swept = await sweep(program, tableOf(program.input, withKey, program.timeZone), {
    asOf: AS_OF,
    columns: program.columns.map(({ id }) => id),
  });
  const found: OurAnswer[][] = formulas.map(() => []);
  for (const [row, record] of withKey.entries()) {
    const [first, second] = [closures.values(record, AS_OF), generated.values(record, AS_OF)];
    const errors = new Map(first.notes.map((note) => [note.at, note.code]));
    expect(new Map(second.notes.map((note) => [note.at, note.code]))).toEqual(errors);
    for (const [at, { id }] of program.columns.entries()) {
      const value = first.values.get(id) ?? null;
      const others = [second.values.get(id) ?? null, columnValue(swept.columns[id], row)];
      if (others.some((other) => other !== value && !(other === 0 && value === 0)))
        expect({ column: program.columns[at], record, values: others }).toEqual({
          column: program.columns[at],
          record,
          values: [value, value],
        });
      const error = errors.get(id);
      found[at]?.push(error === undefined ? { value } : { error });
    }
  }
  return found;
}

/** What jsonata answers once a number that is not finite has come up somewhere. */
const NOT_FINITE = new Set(['not finite', 'T2001', 'T2002', 'D1001', 'D3001']);

/** Our codes of errors of a row, and the codes of jsonata's that say the same. */
const SAME_ERRORS: Readonly<Record<string, readonly string[]>> = {
  'number.unreadable': ['D3030'],
  'number.out-of-range': ['D3060', 'D3061', 'D3100', ...NOT_FINITE],
  'date.unreadable': ['D3110'],
};

const CLASSES = [
  'same',
  'same error',
  'not finite: our error where it arises, theirs where it is used, or never',
  'not finite in a part that does not matter: their error, not evaluated here',
  'letters beyond a–z: left as they are',
  'a text that is too long: our error',
  'a number of more than 21 digits by a picture: our error',
] as const;
type Difference = (typeof CLASSES)[number] | 'letters?' | 'different';

function compare(ours: OurAnswer, theirs: TheirAnswer, source: string): Difference {
  if ('error' in ours) {
    if (ours.error === 'number.not-finite') return CLASSES[2];
    if (ours.error === 'text.too-long') return CLASSES[5];
    if (ours.error === 'number.out-of-range' && source.includes('$formatNumber')) return CLASSES[6];
    return typeof theirs === 'string' && SAME_ERRORS[ours.error]?.includes(theirs) === true ? 'same error' : 'different';
  }
  if (typeof theirs !== 'string' && ours.value === theirs[0]) return 'same';
  if (/\$(?:upper|lower)case/.test(source)) return 'letters?';
  return typeof theirs === 'string' && NOT_FINITE.has(theirs) ? CLASSES[3] : 'different';
}

test(
  `${RUNS} formulas × ${ROWS} customers answer as jsonata does`,
  async () => {
    const compiled = fc
      .sample(typedSource, { numRuns: RUNS, seed: SEED })
      .map(([source]) => ({ source, formula: compileFormula(source, scope) }))
      .filter(({ source, formula }) => formula.expr !== undefined && !killsJsonata(source));
    expect(compiled.length).toBeGreaterThan(RUNS * 0.8);
    const records = [
      ...fc.sample(customer, { numRuns: ROWS - Math.floor(ROWS / 5), seed: SEED + 1 }),
      ...fc.sample(weirdCustomer, { numRuns: Math.floor(ROWS / 5), seed: SEED + 2 }),
    ];
    const counts = new Map<Difference, number>(CLASSES.map((name) => [name, 0]));
    const different = new Map<string, unknown>();
    for (let from = 0; from < compiled.length; from += AT_ONCE) {
      const part = compiled.slice(from, from + AT_ONCE);
      const sources = part.map(({ source }) => source);
      const [theirs, ours] = await Promise.all([
        ask(sources, records, false),
        answers(
          part.map(({ formula }) => formula),
          records,
        ),
      ]);
      const doubtful: { readonly source: string; readonly record: Customer; readonly ours: OurAnswer; readonly theirs: TheirAnswer }[] = [];
      for (const [at, source] of sources.entries()) {
        for (const [row, record] of records.entries()) {
          const mine = ours[at]?.[row] ?? { error: 'no answer' };
          const other = theirs[at]?.[row] ?? 'no answer';
          const found = compare(mine, other, source);
          if (found === 'letters?') doubtful.push({ source, record, ours: mine, theirs: other });
          else counts.set(found, (counts.get(found) ?? 0) + 1);
          if (found === 'different') different.set(source, { source, record, ours: mine, theirs: other });
        }
      }
      // With letters changed as they are here, jsonata must agree.
      const again = doubtful.length === 0 ? [] : await ask([...new Set(doubtful.map(({ source }) => source))], records, true);
      const order = [...new Set(doubtful.map(({ source }) => source))];
      for (const one of doubtful) {
        const plain = again[order.indexOf(one.source)]?.[records.indexOf(one.record)] ?? 'no answer';
        const agreed = compare(one.ours, plain, '');
        const name = agreed === 'same' ? CLASSES[4] : agreed;
        counts.set(name, (counts.get(name) ?? 0) + 1);
        if (name === 'different') different.set(one.source, one);
      }
    }
    expect([...different.values()].slice(0, 10)).toEqual([]);
    const share = (name: Difference): number => (counts.get(name) ?? 0) / (counts.get('same') ?? 1);
    expect(share(CLASSES[2])).toBeLessThan(0.3);
    expect(share(CLASSES[3])).toBeLessThan(0.02);
    expect(share(CLASSES[4])).toBeLessThan(0.05);
    expect(share(CLASSES[5]) + share(CLASSES[6])).toBeLessThan(0.01);
    process.stdout.write(`${[...counts].map(([name, count]) => `${count} ${name}`).join('\n')}\n`);
  },
  RUNS * 240 + 60_000,
);
