// The sentence on the card.
import type { LocalText } from '@tierflow/definition';
import type { PercentileConfig } from './config.ts';

export function summarizePercentile({ config }: { readonly config: PercentileConfig }): LocalText {
  const value = typeof config.field === 'string' ? config.field : config.field.expr;
  const higher = config.better === 'higher';
  return {
    en: `Share of people with ${higher ? 'less' : 'more'} ${value}`,
    'zh-CN': `${value} ${higher ? '低于' : '高于'}该客户的人数占比`,
  };
}
