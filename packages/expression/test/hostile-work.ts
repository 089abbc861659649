// Runs hostile formulas and counts what they cost: blocks of code run, as the engine's own coverage counts them, and bytes
// allocated. A process of its own, without a clock: numbers are the same on a busy machine, and a hang ends with it.
import { Session } from 'node:inspector/promises';
import { stdout } from 'node:process';
import { type Expr, partsOf } from '@tierflow/definition';
import { decider, sweep, tableOf } from '@tierflow/evaluator';
import { compileFormula, completions, hover } from '../src/index.ts';
import { denials, escapes, longTexts, slowPatterns } from './hostile-corpus.ts';
import { fields, orders, programOf, scope, visitsList } from './scope.ts';

/** What one piece of work costs. */
export interface Cost {
  readonly blocks: number;
  readonly bytes: number;
}

export interface Outcome {
  readonly text: string;
  readonly codes: readonly string[];
  readonly compiled: boolean;
  readonly nodes: number;
  readonly depth: number;
  readonly compile: Cost;
  readonly edit: Cost;
  /** The dearest record by the dearest evaluator. */
  readonly evaluate: Cost;
  /** Nothing of the program around was reached or changed. */
  readonly untouched: boolean;
}

const input = { fields, collections: [orders, visitsList] };
const records = [
  {
    id: 'c1',
    name: `${'a'.repeat(20_000)}!`,
    spend: 7,
    visits: 3,
    vip: true,
    city: 'a'.repeat(2_000),
    orders: [{ amount: 5, qty: 2, ordered_at: '2024-01-01T00:00:00Z' }],
  },
  JSON.parse(
    '{"id": "c2", "name": "constructor", "spend": -1, "__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
  ),
  { id: 'c3' },
];
const collect = (globalThis as { gc?: (options: { type: 'minor' }) => void }).gc;
const names = Object.getOwnPropertyNames(Object.prototype).sort().join();
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** Blocks run since the last call. */
async function blocks(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges)).reduce((sum, { count }) => sum + count, 0);
}

const allocated = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

async function costOf(run: () => unknown): Promise<Cost> {
  collect?.({ type: 'minor' });
  const before = allocated();
  await run();
  const bytes = allocated() - before;
  return { blocks: await blocks(), bytes };
}

/** A chain of one function, `a + b + c`, is one level. */
function size(expr: Expr): { readonly nodes: number; readonly depth: number } {
  const parts = partsOf(expr);
  const sizes = parts.map(size);
  const chained = (at: number): boolean => at === 0 && expr.op === 'call' && parts[0]?.op === 'call' && parts[0].fn === expr.fn;
  const depths = sizes.map(({ depth }, at) => (chained(at) ? depth : depth + 1));
  return { nodes: sizes.reduce((sum, { nodes }) => sum + nodes, 1), depth: Math.max(1, ...depths) };
}

const NONE: Cost = { blocks: 0, bytes: 0 };
const larger = (a: Cost, b: Cost): Cost => ({ blocks: Math.max(a.blocks, b.blocks), bytes: Math.max(a.bytes, b.bytes) });

async function outcomeOf(text: string): Promise<Outcome> {
  let compiled = compileFormula('1', scope);
  const compile = await costOf(() => (compiled = compileFormula(text, scope)));
  const edit = await costOf(() => {
    completions(text, text.length, scope);
    hover(text, Math.floor(text.length / 2), scope);
  });
  let evaluate = NONE;
  if (compiled.expr !== undefined) {
    const program = programOf(compiled, input);
    for (const mode of ['closures', 'generated'] as const) {
      const cost = await costOf(() => {
        const { values } = decider(program, { mode });
        for (const record of records) values(record);
      });
      evaluate = larger(evaluate, cost);
    }
    const table = tableOf(program.input, records, program.timeZone);
    evaluate = larger(evaluate, await costOf(() => sweep(program, table, { asOf: '2024-06-30', columns: ['answer'] })));
  }
  const untouched =
    Object.getOwnPropertyNames(Object.prototype).sort().join() === names && ({} as { polluted?: unknown }).polluted === undefined;
  const codes = compiled.diagnostics.map(({ code }) => code);
  const whole = compiled.expr === undefined ? { nodes: 0, depth: 0 } : size(compiled.expr);
  return { text, codes, compiled: compiled.expr !== undefined, ...whole, compile, edit, evaluate, untouched };
}

await blocks();
await outcomeOf('$sum(orders[amount > 100].amount) + $length($uppercase(name)) + $round(spend / 3, 2)');
for (const text of [...denials, ...escapes, ...longTexts, ...slowPatterns.map((pattern) => `$contains(city, /${pattern}/)`)])
  stdout.write(`${JSON.stringify(await outcomeOf(text))}\n`);
session.disconnect();
