// The sentence on the card.
import { conditionText } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import type { FilterConfig } from './config.ts';

export function summarizeFilter({ config }: { readonly config: FilterConfig }): LocalText {
  const text = conditionText(config.where);
  if (config.unknown === 'rest') return text;
  return { en: `${text.en}, or unknown`, 'zh-CN': `${text['zh-CN'] ?? text.en}，或无法判断` };
}
