// Hostile texts through parse, check, save and every evaluator: each is refused or bounded in work, size and memory, and
// nothing of the program around them is reached or changed. Work is counted, not timed, so a busy machine counts the same.
import { execFile } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { formulaLimits } from '../src/index.ts';
import { denials, escapes, longTexts, slowPatterns } from './hostile-corpus.ts';
import type { Cost, Outcome } from './hostile-work.ts';
import { compile } from './scope.ts';

/** Bytes that one step may allocate, even if they are free again at once: the peak is below. */
const MOST_BYTES = 64 * 2 ** 20;
/** Blocks of code: some ten million run in a tenth of a second. */
const MOST_BLOCKS = { compile: 15e6, edit: 1e6, evaluate: 40e6 } as const;

/** All outcomes by text. A formula without end ends the process with it. */
async function work(): Promise<ReadonlyMap<string, Outcome>> {
  const script = fileURLToPath(new URL('./hostile-work.ts', import.meta.url));
  // Nothing is collected between two counts with a young generation of this size, so that all allocated bytes are seen.
  const options = ['--expose-gc', '--max-semi-space-size=128', script];
  const { stdout } = await promisify(execFile)(execPath, options, { timeout: 600_000, maxBuffer: 2 ** 26 });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => JSON.parse(line) as Outcome).map((outcome) => [outcome.text, outcome]));
}

const outcomes = await work();
const short = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 60)}… (${text.length})`);

function outcomeOf(text: string): Outcome {
  const outcome = outcomes.get(text);
  if (outcome === undefined) throw new Error('it was not reached');
  return outcome;
}

function expectWithin(cost: Cost, blocks: number): void {
  expect(cost.blocks).toBeLessThan(blocks);
  expect(cost.bytes).toBeLessThan(MOST_BYTES);
}

function expectBounded(outcome: Outcome): void {
  expect(outcome.compiled).toBe(outcome.codes.length === 0);
  expect(outcome.nodes).toBeLessThanOrEqual(formulaLimits.nodes);
  expect(outcome.depth).toBeLessThanOrEqual(formulaLimits.depth + 1);
  expectWithin(outcome.compile, MOST_BLOCKS.compile);
  expectWithin(outcome.edit, MOST_BLOCKS.edit);
  expectWithin(outcome.evaluate, MOST_BLOCKS.evaluate);
  expect(outcome.untouched).toBe(true);
}

test('the work is counted', () => {
  const { compile: cost, evaluate } = outcomeOf('$sum([1..10000])');
  expect(cost.blocks).toBeGreaterThan(10_000);
  expect(cost.bytes).toBeGreaterThan(100_000);
  expect(evaluate.blocks).toBeGreaterThan(100);
});

describe.each([
  ['denials', denials, 150],
  ['escapes', escapes, 80],
] as const)('%s', (_, corpus, least) => {
  test('there are enough', () => {
    expect(new Set(corpus).size).toBeGreaterThanOrEqual(least);
  });

  test.each(corpus.map((text) => [short(text), text]))('%s', (_name, text) => {
    expectBounded(outcomeOf(text));
  });
});

describe('patterns', () => {
  test('there are enough', () => {
    expect(new Set(slowPatterns).size).toBeGreaterThanOrEqual(100);
  });

  test.each(slowPatterns)('/%s/', (pattern) => {
    const outcome = outcomeOf(`$contains(city, /${pattern}/)`);
    if (!outcome.compiled) expect(outcome.codes[0]).toMatch(/^formula\.(?:regex\.|syntax|escape)/);
    expectWithin(outcome.evaluate, 5e6);
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

test.each(longTexts.map((text) => [short(text), text]))('mistakes are found in little time: %s', (_name, text) => {
  const { compile: cost, codes } = outcomeOf(text);
  expect(codes).not.toEqual([]);
  expectWithin(cost, 2e6);
});
