// The sentence on the card.
import type { LocalText } from '@tierflow/definition';
import { asks, type CleanConfig, type CleanRule } from './config.ts';

const isAsk = ({ do: what }: CleanRule): boolean => (asks as readonly string[]).includes(what);

export function summarizeClean({ config }: { readonly config: CleanConfig }): LocalText {
  const fields = (rules: readonly CleanRule[]): readonly string[] => [...new Set(rules.map(({ field }) => field))];
  const mended = fields(config.rules.filter((rule) => !isAsk(rule)));
  const asked = fields(config.rules.filter(isAsk));
  const en = [
    ...(mended.length === 0 ? [] : [`Mends ${mended.join(', ')}`]),
    ...(asked.length === 0 ? [] : [`checks ${asked.join(', ')}`]),
  ];
  const zh = [...(mended.length === 0 ? [] : [`整理 ${mended.join('、')}`]), ...(asked.length === 0 ? [] : [`检查 ${asked.join('、')}`])];
  const sentence = en.join('; ');
  return { en: sentence.charAt(0).toUpperCase() + sentence.slice(1), 'zh-CN': zh.join('；') };
}
