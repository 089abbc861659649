// Every code that the sources can report has words in both languages, and no words are left over.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formulaMessages } from '../src/index.ts';

const folder = new URL('../src/', import.meta.url);
const sources = globSync('**/*.ts', { cwd: folder.pathname }).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const codes = new Set(sources.flatMap((source) => [...source.matchAll(/'(formula\.[a-z][a-z.-]*)'/g)].map(([, code]) => code)));
/** Codes put together from a fixed set: `formula.wants-number`. */
const prefixes = sources.flatMap((source) => [...source.matchAll(/`(formula\.[a-z.-]+)\$\{/g)].map(([, prefix]) => prefix ?? ''));

test('there are codes', () => {
  expect(codes.size).toBeGreaterThan(50);
});

test.each(['en', 'zh-CN'] as const)('words in %s', (language) => {
  const words = formulaMessages[language];
  expect([...codes].filter((code) => !Object.hasOwn(words, code ?? ''))).toEqual([]);
  expect(Object.keys(words).filter((code) => !codes.has(code) && !prefixes.some((prefix) => code.startsWith(prefix)))).toEqual([]);
  expect(Object.keys(words)).toEqual(Object.keys(formulaMessages.en));
});
