// The help pages of all kinds and of the flow, the one place that reads them. Each lies beside what it is about, once per language.
import type { Language } from '../../design/number-format.ts';

const pages = import.meta.glob<string>('../../../../../packages/nodes/src/*/help.*.md', { query: '?raw', import: 'default' });

function pathOf(kind: string, language: Language): string {
  return `../../../../../packages/nodes/src/${kind}/help.${language}.md`;
}

/** Whether there is a page for a kind. */
export function hasHelp(kind: string): boolean {
  return Object.hasOwn(pages, pathOf(kind, 'en'));
}

/** The page of a kind as Markdown; English where the language has none, undefined where there is none at all. */
export async function helpPage(kind: string, language: Language): Promise<string | undefined> {
  const load = pages[pathOf(kind, language)] ?? pages[pathOf(kind, 'en')];
  return load?.();
}

const flowPages = import.meta.glob<string>('../../../../../packages/flow/help/*.md', { query: '?raw', import: 'default' });

/** A page on the flow itself, by its topic. */
export async function flowHelpPage(topic: string, language: Language): Promise<string | undefined> {
  const path = (each: Language) => `../../../../../packages/flow/help/${topic}.${each}.md`;
  const load = flowPages[path(language)] ?? flowPages[path('en')];
  return load?.();
}
