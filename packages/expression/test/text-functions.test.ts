// Calls of the functions on texts with their values, from cases/text-functions.json, by both evaluators of the language.
import { readFileSync } from 'node:fs';
import type { Expr, Field, Json } from '@tierflow/definition';
import { decider } from '@tierflow/evaluator';
import { describe, expect, test } from 'vitest';
import { programOf } from './scope.ts';

interface Cases {
  readonly fields: readonly Field[];
  readonly cases: readonly { readonly expr: Expr; readonly row: { readonly [name: string]: Json }; readonly expect: Json }[];
}

const { fields, cases } = JSON.parse(readFileSync(new URL('../cases/text-functions.json', import.meta.url), 'utf8')) as Cases;
const NUMBERS = new Set(['splitCount']);
const CONDITIONS = new Set(['matches']);

describe.each(['closures', 'generated'] as const)('by %s', (mode) => {
  test.each(cases)('%j', ({ expr, row, expect: expected }) => {
    const fn = expr.op === 'call' ? expr.fn : '';
    const type = NUMBERS.has(fn) ? 'number' : CONDITIONS.has(fn) ? 'boolean' : 'string';
    const definition = programOf({ expr, type, reads: [], diagnostics: [] }, { fields, collections: [] });
    const { values, notes } = decider(definition, { mode }).values({ id: 'c', ...row });
    const error = notes.find((note) => note.at === 'answer')?.code;
    expect(error === undefined ? (values.get('answer') ?? null) : { error }).toEqual(expected);
  });
});
