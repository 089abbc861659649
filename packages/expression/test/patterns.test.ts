// Regular expressions that formulas accept run on the linear engine and find what JavaScript finds.
import { decider } from '@tierflow/evaluator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFormula } from '../src/index.ts';
import { programOf, scopeFor } from './scope.ts';

const fields = [{ name: 'text', type: 'string' }] as const;
const scope = scopeFor(fields, []);
const atoms = [
  'a',
  'b',
  '1',
  '中',
  '.',
  '\\d',
  '\\w',
  '\\W',
  '\\.',
  '\\-',
  '[ab]',
  '[^a1]',
  '[a-c1-3]',
  '[\\d-]',
  '[[a]',
  '^',
  '$',
  '\\b',
  '\\u4e2d',
  '\\x61',
  '-',
  '{',
  '(?:',
  '(',
  ')',
  '|',
  '*',
  '+',
  '?',
  '{2}',
  '{1,3}',
  '{0,}',
  '*?',
  '(?=',
  '\\1',
];
const pattern = fc.array(fc.constantFrom(...atoms), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const text = fc.array(fc.constantFrom('a', 'b', 'c', '1', '23', '中', '-', '{', '.', ' '), { maxLength: 8 }).map((parts) => parts.join(''));

test('accepted patterns find the same', () => {
  let accepted = 0;
  fc.assert(
    fc.property(pattern, fc.array(text, { minLength: 5, maxLength: 5 }), fc.constantFrom('', 'i'), (source, texts, flags) => {
      const compiled = compileFormula(`$contains(text, /${source}/${flags})`, scope);
      if (compiled.expr === undefined) return;
      accepted += 1;
      const { values } = decider(programOf(compiled, { fields, collections: [] }), { mode: 'closures' });
      for (const one of texts) {
        const { values: columns, notes } = values({ id: 'c', text: one });
        expect(notes).toEqual([]);
        // An empty text of a record is a text like any other.
        expect(columns.get('answer')).toBe(new RegExp(source, flags).test(one));
      }
    }),
    { numRuns: 4_000, seed: 7 },
  );
  expect(accepted).toBeGreaterThan(500);
});
