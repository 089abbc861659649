// Definitions from outside: what is sound is read, what is damaged is refused with a code or still evaluates, and nothing ever crashes.
import { canonicalJson, type Definition, definitionSchema, readDefinition } from '@tierflow/definition';
import { DefinitionError, decider, testVectors, vectorMismatches } from '@tierflow/evaluator';
import { describe, expect, it } from 'vitest';
import { type Random, seeded } from '../generate/random.ts';
import { randomProgram } from '../generate/random-program.ts';

type Tree = { [name: string]: unknown } | unknown[];

const CASES = 1_000;

function program(seed: number): Definition {
  return { ...randomProgram(seeded(seed), 12), fittedOn: { asOf: '2026-03-31', generation: 'test', rows: 0 } };
}

/** All objects and lists of a value. */
function treesIn(value: unknown): readonly Tree[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Tree, ...Object.values(value).flatMap(treesIn)];
}

/** The same definition with one part removed, replaced or repeated. */
function damaged(definition: Definition, random: Random): unknown {
  const copy: Tree = JSON.parse(JSON.stringify(definition));
  const trees = treesIn(copy).filter((tree) => Object.keys(tree).length > 0);
  const tree = random.pick(trees) as { [name: string]: unknown };
  const name = random.pick(Object.keys(tree));
  const what = random.integer(4);
  if (what === 0) delete tree[name];
  else if (what === 1)
    tree[name] = random.pick<unknown>([null, true, -1, 1e308, '', '__proto__', 'constructor', [], {}, [[]], '2026-02-30', 'x.c0', 'x.c11']);
  else if (what === 2) tree[name] = random.pick(trees);
  else tree['op'] = random.pick(['call', 'line', 'aggregate', 'eval', 'column', 'parameter']);
  return asJson(copy);
}

/** What arrives of it as JSON; replaced parts may hold themselves and then say nothing. */
function asJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return {};
  }
}

describe('definitions from outside', () => {
  it('random programs are read, and their vectors hold on both evaluators', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const definition = program(seed);
      expect(readDefinition(JSON.parse(canonicalJson(definition))), `seed ${seed}`).toMatchObject({ ok: true });
      const vectors = testVectors(definition);
      expect(vectors.length).toBeGreaterThan(0);
      expect(testVectors(definition)).toEqual(vectors);
      for (const mode of ['closures', 'generated'] as const) expect(vectorMismatches({ ...definition, vectors }, mode)).toEqual([]);
    }
  });

  it('a damaged one is refused with codes and pointers, or it can be evaluated', () => {
    let refused = 0;
    for (let seed = 1; seed <= CASES; seed++) {
      const random = seeded(seed);
      const value = damaged(program(seed % 20), random);
      const reading = readDefinition(value);
      if (!reading.ok) {
        refused++;
        for (const fault of reading.faults)
          expect(fault).toMatchObject({ code: expect.stringMatching(/^definition\.[a-z-]+$/), pointer: expect.stringMatching(/^(\/|$)/) });
        continue;
      }
      for (const mode of ['closures', 'generated'] as const) evaluates(reading.definition, mode, seed);
    }
    expect(refused).toBeGreaterThan(CASES / 2);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('nesting does not reach the stack', () => {
    let expr: unknown = { op: 'literal', value: true };
    for (let depth = 0; depth < 20_000; depth++) expr = { op: 'call', fn: 'not', args: [expr] };
    const reading = readDefinition({ ...program(1), columns: [{ id: 'a', node: 'n', type: 'boolean', expr }] });
    expect(reading).toMatchObject({ ok: false, faults: [{ code: 'definition.too-deep' }] });
  });

  it('says its shape as JSON Schema', () => {
    expect(definitionSchema).toMatchObject({
      type: 'object',
      properties: { format: { const: 'tierflow/definition@1' } },
      $defs: { expr: { oneOf: expect.any(Array) } },
    });
  });
});

function evaluates(definition: Definition, mode: 'closures' | 'generated', seed: number): void {
  try {
    decider(definition, { mode }).decide({ n1: 1, orders: [{ amount: 1 }] }, { asOf: '2026-03-31' });
  } catch (error) {
    expect(error, `seed ${seed} ${mode}: ${error instanceof Error ? error.stack : ''}`).toBeInstanceOf(DefinitionError);
  }
}
