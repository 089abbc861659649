// The examples of the help pages are configs that the kind takes, the same in both languages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeKinds } from '../src/index.ts';

const source = join(import.meta.dirname, '../src');

function examples(kind: string, language: string): readonly unknown[] {
  const page = readFileSync(join(source, kind, `help.${language}.md`), 'utf8');
  return [...page.matchAll(/```json\n([\s\S]*?)```/g)].map((found) => JSON.parse(found[1] ?? ''));
}

it.each([...nodeKinds.values()].map((kind) => [kind.kind, kind] as const))('the examples of %s', (name, kind) => {
  const english = examples(name, 'en');
  expect(english.length).toBeGreaterThan(0);
  for (const example of [...english, ...examples(name, 'zh-CN')]) {
    // The order of inputs is a setting of every node, read before the kind sees its config.
    const { priority, ...config } = example as { priority?: unknown };
    const given = Array.isArray(priority) ? config : example;
    expect(kind.schema.safeParse(given).error?.issues).toBeUndefined();
  }
  expect(examples(name, 'zh-CN').length).toBe(english.length);
});

it.each([...nodeKinds.values()].map((kind) => [kind.kind, kind] as const))('a new %s starts from a config the kind takes', (_, kind) => {
  const config = kind.defaults({
    scope: new Map(),
    collections: new Map(),
    data: { collections: [] },
    flow: { format: 'tierflow/flow@1', id: 'new', title: 'New', timeZone: 'UTC', nodes: [], edges: [] },
  });
  expect(kind.schema.safeParse(JSON.parse(JSON.stringify(config))).error?.issues).toBeUndefined();
});
