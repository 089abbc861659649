// The reference of the language is current, and everything it says is so: answers, differences, refusals.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { refused } from '../../src/builtins/refused.ts';
import { differences } from './differences.ts';
import { answersOf, compileExample, jsonataAnswer, ownFunctions } from './example-customer.ts';
import { allExamples, codeOf, referencePage, slug } from './reference-page.ts';
import { refusals } from './refusals.ts';

const own = await ownFunctions();

test.each(['en', 'zh-CN'] as const)('the page in %s is current', (language) => {
  const committed = readFileSync(new URL(`../../../../apps/docs/language/reference.${language}.md`, import.meta.url), 'utf8');
  expect(committed, 'node packages/expression/test/reference/write-reference.ts').toBe(referencePage(language, own));
  const anchors = new Set([...committed.matchAll(/^#{2,3} (.*)$/gm)].map(([, heading]) => `#${slug(heading ?? '')}`));
  const links = [...committed.matchAll(/\]\((#[^)]+)\)/g)].map(([, link]) => link ?? '');
  expect(links.filter((link) => !anchors.has(link))).toEqual([]);
});

test.each(allExamples())('$formula', async (example) => {
  const { formula, on, unlike } = example;
  const said = 'error' in example ? { error: example.error } : { answer: example.answer };
  expect(compileExample(formula).diagnostics).toEqual([]);
  for (const found of await answersOf(formula, on)) expect(found).toEqual(said);
  if ([...formula.matchAll(/\$\w+(?=\()/g)].some(([name]) => own.has(name))) return;
  const theirs = await jsonataAnswer(formula, on);
  if (unlike !== undefined) expect(theirs).not.toEqual(said);
  else if ('error' in said) expect(theirs).toHaveProperty('error');
  else expect(theirs).toEqual(said);
});

describe('differences', () => {
  test('every example that differs from jsonata names one', () => {
    const named = new Set(differences.map(({ name }) => name));
    expect(allExamples().flatMap(({ unlike }) => (unlike === undefined || named.has(unlike) ? [] : [unlike]))).toEqual([]);
  });

  test.each(differences)('$name: $formula', async ({ formula, on, here, jsonata }) => {
    expect(await jsonataAnswer(formula, on)).toEqual(jsonata);
    if ('refused' in here) expect(compileExample(formula).diagnostics[0]?.code).toBe(here.refused);
    else for (const found of await answersOf(formula, on)) expect(found).toEqual(here);
    expect(here).not.toEqual(jsonata);
  });
});

describe('refusals', () => {
  test.each(refusals.flatMap(({ cases }) => cases))('$formula → $code', ({ formula, code, instead }) => {
    expect(compileExample(formula).diagnostics.map((one) => one.code)).toContain(code);
    if (instead !== undefined) expect(compileExample(instead).diagnostics).toEqual([]);
  });

  test.each([...refused])('$%s', (name, refusal) => {
    expect(compileExample(`$${name}(name)`).diagnostics[0]?.code).toBe(codeOf(refusal));
  });
});
