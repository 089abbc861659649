// The sentence on the card.
import type { LocalText } from '@tierflow/definition';
import type { BasketConfig } from './config.ts';

export function summarizeBasket({ config }: { readonly config: BasketConfig }): LocalText {
  const { from, minSupport, minConfidence, minLift } = config;
  const percent = (share: number, language: string): string =>
    share.toLocaleString(language, { style: 'percent', maximumFractionDigits: 2 });
  return {
    en: `Bought together in ${from}: support ≥ ${percent(minSupport, 'en')}, confidence ≥ ${percent(minConfidence, 'en')}, lift ≥ ${minLift}`,
    'zh-CN': `${from} 中一起购买：支持度 ≥ ${percent(minSupport, 'zh-CN')}，置信度 ≥ ${percent(minConfidence, 'zh-CN')}，提升度 ≥ ${minLift}`,
  };
}
