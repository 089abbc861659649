// The reference of the formula language, loaded when it is opened, and what of it is about a word.
import type { Language } from '../../design/number-format.ts';

const pages = import.meta.glob<string>('../../../../docs/language/reference.*.md', { query: '?raw', import: 'default' });

/** The page of a language as Markdown. */
export async function referencePage(language: Language): Promise<string> {
  const load = pages[`../../../../docs/language/reference.${language}.md`];
  return (await load?.()) ?? '';
}

export interface Section {
  readonly title: string;
  /** Markdown, its heading included. */
  readonly text: string;
}

/** The chapters and functions of a page; what stands before the first chapter speaks of the page itself. */
export function sectionsOf(page: string): readonly Section[] {
  const [, ...sections] = page.split(/^(?=#{2,3} )/m);
  return sections.map((text) => ({ title: /^#+ (.*)/.exec(text)?.[1] ?? '', text }));
}

/** Sections named like the word; where there is none, those that speak of it. */
export function sectionsAbout(sections: readonly Section[], word: string): readonly Section[] {
  const wanted = word.trim().toLowerCase().replace(/^\$/, '');
  if (wanted === '') return sections;
  const plain = (title: string): string => title.toLowerCase().replace(/^\$/, '');
  const named = sections.filter(({ title }) => plain(title).includes(wanted));
  if (named.length > 0) return named.toSorted((a, b) => rank(plain(a.title), wanted) - rank(plain(b.title), wanted));
  return sections.filter(({ text }) => text.toLowerCase().includes(wanted));
}

/** The very name first, then names that begin with the word. */
function rank(title: string, wanted: string): number {
  return title === wanted ? 0 : title.startsWith(wanted) ? 1 : 2;
}
