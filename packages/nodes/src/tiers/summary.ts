// The sentence on the card.
import { decimalText, percentText } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import { localText } from '@tierflow/flow';
import { type TiersConfig, tiersOf } from './config.ts';

export function summarizeTiers({ config }: { readonly config: TiersConfig }): LocalText {
  const title = (at: number): LocalText => {
    const tier = tiersOf(config)[at];
    return tier?.title === undefined ? { en: tier?.id ?? '' } : localText(tier.title);
  };
  const rules =
    config.bands?.map((band) => (band.from === null ? undefined : `≥ ${decimalText(band.from)}`)) ??
    config.topShare?.map(({ share }) => `${percentText(share)} %`) ??
    config.topCount?.map(({ count }) => String(count)) ??
    [];
  const parts = (language: 'en' | 'zh-CN', rest: string): string =>
    rules.map((rule, at) => `${title(at)[language] ?? title(at).en} ${rule ?? rest}`).join(language === 'en' ? ', ' : '，');
  return { en: `By ${config.on}: ${parts('en', 'the rest')}`, 'zh-CN': `按 ${config.on}：${parts('zh-CN', '其余')}` };
}
