// Both languages hold the same keys and parameters, and Chinese follows the house style.
import { expect, test } from 'vitest';
import { en } from './en/index.ts';
import { zhCn } from './zh-cn/index.ts';

type Words = { readonly [key: string]: string | Words };

function flat(words: Words, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

const english = flat(en);
const chinese = flat(zhCn);
const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test('the same keys; only English has a singular', () => {
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].filter((key) => !key.endsWith('_one')).sort());
  for (const key of english.keys()) if (key.endsWith('_one')) expect(english.has(key.replace(/_one$/, '_other')), key).toBe(true);
});

test('the same parameters', () => {
  for (const [key, text] of chinese) expect(parameters(text), key).toEqual(parameters(english.get(key) ?? ''));
});

test('no text is empty, and Chinese uses full-width punctuation and never 您', () => {
  for (const [key, text] of [...english, ...chinese]) expect(text.trim(), key).not.toBe('');
  for (const [key, text] of chinese) {
    expect(text, key).not.toMatch(/您/);
    expect(text, key).not.toMatch(/[一-鿿][,;:?!]/);
  }
});
