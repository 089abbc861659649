// The sentence on the card.
import type { LocalText } from '@tierflow/definition';
import type { AggregateConfig } from './config.ts';

export function summarizeAggregate({ config }: { readonly config: AggregateConfig }): LocalText {
  const names = config.features.map((feature) => feature.name);
  return { en: `${names.join(', ')} from ${config.from}`, 'zh-CN': `由 ${config.from} 汇总 ${names.join('、')}` };
}
