// Every function is documented: words in both languages, examples, and one for each error that it can raise. That the
// examples answer what they say is tested with the reference.
import { functionSpec, functionsIn, rowMessages } from '@tierflow/definition';
import { describe, expect, test } from 'vitest';
import { notedFunctions } from '../../src/builtins/notes/function-notes.ts';
import { functionDocs } from '../../src/index.ts';
import { compileExample } from './example-customer.ts';

const docs = functionDocs();

describe('every function', () => {
  test('has notes, and no note is left over', () => {
    expect([...notedFunctions()].map((name) => `$${name}`).sort()).toEqual(docs.map(({ name }) => name).sort());
  });

  test.each(docs)('$name has words and at least two examples', ({ name, doc, missing, examples }) => {
    for (const words of [doc, missing]) for (const text of [words.en, words['zh-CN']]) expect(text).toMatch(/\S/);
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const { formula } of examples) expect(formula).toContain(`${name}(`);
  });

  /** Operators raise their own errors; units and patterns are constants that were checked. */
  const operators = new Set(['add', 'sub', 'mul', 'div', 'mod']);
  const checked = new Set(['date.unknown-unit', 'text.pattern']);

  test('shows each error that its calls can raise', () => {
    for (const { name, examples, errors } of docs) {
      const shortest = examples.filter(({ formula }) => formula.startsWith(`${name}(`) && !formula.slice(2).includes('$'));
      const raised = shortest.flatMap(({ formula }) => {
        const { expr } = compileExample(formula);
        return expr === undefined
          ? []
          : [...functionsIn(expr)].filter((fn) => !operators.has(fn)).flatMap((fn) => functionSpec(fn)?.raises ?? []);
      });
      expect([name, [...new Set(raised)].filter((code) => !checked.has(code) && !errors.includes(code))]).toEqual([name, []]);
      for (const code of errors) expect(rowMessages.en).toHaveProperty([code]);
    }
  });
});
