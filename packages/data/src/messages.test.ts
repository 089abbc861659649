import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataMessages } from './messages.ts';

/** All codes that the sources name. */
function codes(): ReadonlySet<string> {
  const found = new Set<string>();
  const dir = import.meta.dirname;
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    for (const match of readFileSync(join(dir, name), 'utf8').matchAll(
      /'((?:column|columns|customer|database|dialect|disk|encoding|file|generation|header|import|json|key|line|lines|mapping|name|quote|row|rows|table|text|time|timeZone|value)\.[a-z][A-Za-z]+)'/g,
    ))
      found.add(match[1] ?? '');
  }
  for (const type of ['boolean', 'number', 'date', 'datetime']) found.add(`value.${type}`);
  return found;
}

it('every code has words in both languages, with the same parameters', () => {
  const { en, 'zh-CN': zh } = dataMessages;
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  expect([...codes()].filter((code) => !Object.hasOwn(en, code))).toEqual([]);
  expect(Object.keys(en).filter((code) => !codes().has(code))).toEqual([]);
  const params = (text: string | undefined) => [...(text ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  for (const code of Object.keys(en)) expect(params(zh[code]), code).toEqual(params(en[code]));
});
