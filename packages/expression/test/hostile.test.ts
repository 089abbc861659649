// Hostile texts through parse, check, save and every evaluator: each is refused or bounded in time, size and memory, and
// nothing of the program around them is reached or changed. Times are of the processor, so that a busy machine counts the same.
import type { Expr } from '@tierflow/definition';
import { partsOf } from '@tierflow/definition';
import { decider, sweep, tableOf } from '@tierflow/evaluator';
import { afterAll, describe, expect, test } from 'vitest';
import { type CompiledFormula, completions, formulaLimits, hover } from '../src/index.ts';
import { denials, escapes, slowPatterns } from './hostile-corpus.ts';
import { compile, fields, orders, programOf, scope, visitsList } from './scope.ts';

const input = { fields, collections: [orders, visitsList] };
const LONG = 'a'.repeat(20_000);
const records = [
  {
    id: 'c1',
    name: `${LONG}!`,
    spend: 7,
    visits: 3,
    vip: true,
    city: 'aaaa',
    orders: [{ amount: 5, qty: 2, ordered_at: '2024-01-01T00:00:00Z' }],
  },
  JSON.parse(
    '{"id": "c2", "name": "constructor", "spend": -1, "__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
  ),
  { id: 'c3' },
];

function milliseconds(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

function size(expr: Expr): { readonly nodes: number; readonly depth: number } {
  const parts = partsOf(expr).map(size);
  return { nodes: parts.reduce((sum, part) => sum + part.nodes, 1), depth: Math.max(0, ...parts.map((part) => part.depth)) + 1 };
}

const names = Object.getOwnPropertyNames(Object.prototype).sort();

function expectUntouched(): void {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(names);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

/** Every evaluator over the records; milliseconds of the slowest. */
async function evaluateAll(compiled: CompiledFormula): Promise<number> {
  const program = programOf(compiled, input);
  const times = (['closures', 'generated'] as const).map((mode) =>
    milliseconds(() => {
      const { values } = decider(program, { mode });
      for (const record of records) values(record);
    }),
  );
  const start = process.cpuUsage();
  await sweep(program, tableOf(program.input, records, program.timeZone), { asOf: '2024-06-30', columns: ['answer'] });
  const { user, system } = process.cpuUsage(start);
  return Math.max(...times, (user + system) / 1_000);
}

const short = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 60)}… (${text.length})`);
const memory = process.memoryUsage().rss;

describe.each([
  ['denials', denials, 150],
  ['escapes', escapes, 80],
] as const)('%s', (_, corpus, least) => {
  test('there are enough', () => {
    expect(new Set(corpus).size).toBeGreaterThanOrEqual(least);
  });

  test.each(corpus.map((text) => [short(text), text]))('%s', async (_name, text) => {
    let compiled: CompiledFormula = { reads: [], diagnostics: [] };
    expect(milliseconds(() => (compiled = compile(text)))).toBeLessThan(3000);
    const { expr, diagnostics } = compiled;
    expect(expr === undefined).toBe(diagnostics.length > 0);
    expect(
      milliseconds(() => {
        completions(text, text.length, scope);
        hover(text, Math.floor(text.length / 2), scope);
      }),
    ).toBeLessThan(3000);
    if (expr !== undefined) {
      const { nodes, depth } = size(expr);
      expect(nodes).toBeLessThanOrEqual(formulaLimits.nodes);
      expect(depth).toBeLessThanOrEqual(formulaLimits.depth + 1);
      expect(await evaluateAll(compiled)).toBeLessThan(3000);
    }
    expectUntouched();
  });
});

describe('patterns', () => {
  test('there are enough', () => {
    expect(new Set(slowPatterns).size).toBeGreaterThanOrEqual(100);
  });

  test.each(slowPatterns)('/%s/', (pattern) => {
    const compiled = compile(`$contains(city, /${pattern}/)`);
    if (compiled.expr === undefined) {
      expect(compiled.diagnostics[0]?.code).toMatch(/^formula\.(?:regex\.|syntax|escape)/);
      return;
    }
    const { values } = decider(programOf(compiled, input));
    values({ id: 'c', city: 'a' });
    expect(milliseconds(() => values({ id: 'c', city: 'a'.repeat(2_000) }))).toBeLessThan(1000);
  });
});

test('the limits themselves are allowed', () => {
  const nested = (open: string, close: string, count: number, inner: string): string => open.repeat(count) + inner + close.repeat(count);
  expect(compile(nested('(', ')', formulaLimits.depth, 'spend')).diagnostics).toEqual([]);
  expect(compile(nested('(', ')', formulaLimits.depth + 1, 'spend')).diagnostics[0]?.code).toBe('formula.too-deep');
  expect(compile(`"${'x'.repeat(formulaLimits.text - 2)}"`).diagnostics).toEqual([]);
  expect(compile(`"${'x'.repeat(formulaLimits.text - 1)}"`).diagnostics[0]?.code).toBe('formula.too-long');
  const sum = (terms: number): string => Array.from({ length: terms }, () => '1').join('+');
  expect(compile(sum(1_000)).diagnostics).toEqual([]);
  expect(compile(sum(1_001)).diagnostics[0]?.code).toBe('formula.too-large');
  expect(compile(`spend in [${Array.from({ length: 3_000 }, (_, at) => at % 10).join(',')}]`).diagnostics).toEqual([]);
  expect(compile('spend in [1..10000]').diagnostics).toEqual([]);
  expect(compile('spend in [1..10001]').diagnostics[0]?.code).toBe('formula.list-too-long');
  expect(compile(nested('$abs(', ')', 31, 'spend')).diagnostics).toEqual([]);
});

test('diagnostics of 2,000 characters take at most 50 ms', () => {
  const texts = [
    `${'spend + visits * 2 - $round(spend / 3, 2) + '.repeat(44)}spnd`,
    `${'spend >= 800 ? "A" : '.repeat(95)}nope`,
    `name & ${'$uppercase($substring(name, 0, 3)) & "-" & '.repeat(45)}citty`,
    `$sum(orders[status = "paid" and amount > 1].(amount * qty)) ${'+ $count(orders[amount > 100])'.repeat(60)} + visit`,
  ];
  for (const text of texts) {
    compile(text);
    const times = Array.from({ length: 5 }, () => milliseconds(() => compile(text))).sort((a, b) => a - b);
    expect(times[2]).toBeLessThan(1000);
  }
});

afterAll(() => {
  expect(process.memoryUsage().rss - memory).toBeLessThan(768 * 2 ** 20);
});
