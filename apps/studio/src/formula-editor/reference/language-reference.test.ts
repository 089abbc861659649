// The reference in the drawer: its sections, and what is found by a word.
import { functionDocs } from '@tierflow/expression';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../inspector/help/parse-markdown.ts';
import { referencePage, sectionsAbout, sectionsOf } from './language-reference.ts';

test.each(['en', 'zh-CN'] as const)('every function has its section in %s, found by its name', async (language) => {
  const sections = sectionsOf(await referencePage(language));
  for (const { name } of functionDocs()) expect(sectionsAbout(sections, name)[0]?.title).toBe(name);
  expect(sectionsAbout(sections, 'SUM')[0]?.title).toBe('$sum');
  expect(sectionsAbout(sections, '  ')).toEqual(sections);
  expect(sectionsAbout(sections, 'nothing of the kind')).toEqual([]);
});

test('a word that is no name finds the sections that speak of it', async () => {
  const found = sectionsAbout(sectionsOf(await referencePage('en')), 'look-around');
  expect(found.map(({ title }) => title)).toContain('Regular expressions');
});

test('no sign of Markdown is left over in what is drawn', async () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const blocks = sectionsOf(await referencePage(language)).flatMap(({ text }) => parseMarkdown(text));
    const cells = blocks.flatMap((block) => (block.type === 'table' ? [...block.head, ...block.rows.flat()].flat() : []));
    const texts = cells.flatMap((part) => (part.type === 'text' ? [part.text] : []));
    expect(texts.filter((text) => text.includes('`') || text.includes('<br>'))).toEqual([]);
  }
});
