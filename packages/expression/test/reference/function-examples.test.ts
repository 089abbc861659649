// Every function has a note in both languages, and every example of it answers what it says, on every evaluator and,
// where the function is JSONata's and no named difference applies, in jsonata.
import { functionSpec, functionsIn, rowMessages } from '@tierflow/definition';
import { describe, expect, test } from 'vitest';
import { notedFunctions } from '../../src/builtins/notes/function-notes.ts';
import { type FunctionExample, functionDocs } from '../../src/index.ts';
import { answersOf, compileExample, isJsonata, jsonataAnswer } from './example-customer.ts';

const docs = functionDocs();
const all = docs.flatMap(({ name, examples }) => examples.map((example) => ({ name, example, formula: example.formula })));
const outcomeOf = (example: FunctionExample) => ('error' in example ? { error: example.error } : { answer: example.answer });

describe('every function', () => {
  test('has notes, and no note is left over', () => {
    expect([...notedFunctions()].map((name) => `$${name}`).sort()).toEqual(docs.map(({ name }) => name).sort());
  });

  test.each(docs)('$name has words and at least two examples', ({ name, doc, missing, examples }) => {
    for (const words of [doc, missing]) for (const text of [words.en, words['zh-CN']]) expect(text?.trim()).not.toBe('');
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const { formula } of examples) expect(formula).toContain(`${name}(`);
  });

  test('shows each error that its calls can raise', () => {
    const operators = new Set(['add', 'sub', 'mul', 'div', 'mod']);
    /** Their argument is a constant that was checked. */
    const checked = new Set(['date.unknown-unit', 'text.pattern']);
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

describe('every example', () => {
  test.each(all)('$formula', async ({ example }) => {
    const { formula, on, unlike } = example;
    expect(compileExample(formula).diagnostics).toEqual([]);
    const said = outcomeOf(example);
    for (const found of await answersOf(formula, on)) expect(found).toEqual(said);
    if (!(await isJsonata(formula))) return;
    const theirs = await jsonataAnswer(formula, on);
    if (unlike !== undefined) expect(theirs).not.toEqual(said);
    else if ('error' in said) expect(theirs).toHaveProperty('error');
    else expect(theirs).toEqual(said);
  });
});
