// The sentence on the card.
import type { LocalText } from '@tierflow/definition';
import type { SourceConfig } from './config.ts';

export function summarizeSource({ config }: { readonly config: SourceConfig }): LocalText {
  return { en: `Everybody in ${config.data}`, 'zh-CN': `${config.data} 中的所有客户` };
}
