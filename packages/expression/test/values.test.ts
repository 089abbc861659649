// Formulas with their values over records, from cases/values.json: both ways of evaluating answer the same.
import { readFileSync } from 'node:fs';
import type { Json } from '@tierflow/definition';
import { decider } from '@tierflow/evaluator';
import { describe, expect, test } from 'vitest';
import { compile, fields, orders, programOf, visitsList } from './scope.ts';

interface Cases {
  readonly asOf: string;
  readonly rows: { readonly [name: string]: { readonly [field: string]: Json } };
  readonly cases: readonly { readonly text: string; readonly row: string; readonly expect: Json }[];
}

const { rows, cases } = JSON.parse(readFileSync(new URL('../cases/values.json', import.meta.url), 'utf8')) as Cases;

describe.each(['closures', 'generated'] as const)('values by %s', (mode) => {
  test.each(cases)('$text of $row', ({ text, row, expect: expected }) => {
    const compiled = compile(text);
    expect(compiled.diagnostics).toEqual([]);
    const definition = programOf(compiled, { fields, collections: [orders, visitsList] });
    const { values, notes } = decider(definition, { mode }).values({ id: 'c', ...rows[row] });
    const error = notes.find((note) => note.at === 'answer')?.code;
    const answer = error === undefined ? (values.get('answer') ?? null) : { error };
    if (typeof expected === 'number') expect(answer).toBeCloseTo(expected, 12);
    else expect(answer).toEqual(expected);
  });
});
