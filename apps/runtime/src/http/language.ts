// Which of the product's languages a request asks for.
import type { Language } from '@tierflow/api';

/** By Accept-Language with its weights; English where nothing fits. */
export function languageOf(header: string | null | undefined): Language {
  if (header === null || header === undefined || header === '') return 'en';
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...rest] = entry.trim().split(';');
      const weight = rest.map((part) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(part)?.[1]).find((q) => q !== undefined);
      return { tag: tag.trim().toLowerCase(), q: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, q }) => q > 0 && /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.q - a.q);
  return wanted[0]?.tag.startsWith('zh') === true ? 'zh-CN' : 'en';
}
