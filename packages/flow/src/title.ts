// Titles are typed once or once per language; here both become one shape.
import type { LocalText } from '@tierflow/definition';
import type { Title } from './schema.ts';

/** A title as text per language; a typed text stands for every language. */
export function localText(title: Title): LocalText {
  if (typeof title === 'string') return { en: title };
  return title['zh-CN'] === undefined ? { en: title.en } : { en: title.en, 'zh-CN': title['zh-CN'] };
}
