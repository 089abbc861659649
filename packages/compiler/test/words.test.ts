// Every code that is reported has words in both languages, and both languages have the same.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compilerMessages } from '../src/index.ts';

const source = join(import.meta.dirname, '../src');
const texts = globSync('**/*.ts', { cwd: source }).map((file) => readFileSync(join(source, file), 'utf8'));
const prefixes = ['flow', 'data', 'node', 'upstream', 'edge', 'input', 'column', 'output', 'config', 'field', 'collection', 'condition'];

it('finds the codes in the source', () => {
  expect(codes().length).toBeGreaterThan(35);
});

it.each(codes())('%s has words', (code) => {
  expect(compilerMessages.en).toHaveProperty([code]);
});

it('both languages have the same words', () => {
  expect(Object.keys(compilerMessages['zh-CN'])).toEqual(Object.keys(compilerMessages.en));
});

it('a template names the same parameters in both languages', () => {
  const named = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();
  for (const [code, text] of Object.entries(compilerMessages.en))
    expect([code, named(compilerMessages['zh-CN'][code])]).toEqual([code, named(text)]);
});

function codes(): readonly string[] {
  const found = texts.flatMap((text) => [...text.matchAll(/'([a-z]+(?:\.[a-z][a-z-]+)+)'/g)].map((match) => match[1] ?? ''));
  return [...new Set(found)].filter((code) => prefixes.includes(code.split('.')[0] ?? '') && !code.endsWith('.ts')).sort();
}
