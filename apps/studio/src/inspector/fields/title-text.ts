// Titles of one or both languages as text fields see them.
import type { Title } from '@tierflow/flow';
import type { Language } from '../../design/number-format.ts';

/** The text of a title in a language. A title typed once stands for every language, unless the languages are shown apart. */
export function titleIn(title: Title | null, language: Language, apart: boolean): string {
  if (title === null) return '';
  if (typeof title === 'string') return apart && language !== 'en' ? '' : title;
  return title[language] ?? (apart || language === 'en' ? '' : title.en);
}

/** The title with the text of a language replaced; null where nothing is left. */
export function withTitle(title: Title | null, language: Language, text: string, apart: boolean): Title | null {
  if (title === null || (typeof title === 'string' && !apart)) return text === '' ? null : text;
  const old = typeof title === 'string' ? { en: title } : title;
  const en = language === 'en' ? text : old.en;
  const zh = language === 'zh-CN' ? text : (old['zh-CN'] ?? '');
  if (en === '' && zh === '') return null;
  if (zh === '') return en;
  return en === '' ? zh : { en, 'zh-CN': zh };
}
