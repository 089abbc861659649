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
  const parts = (language: 'en' | 'zh-CN', words: Words): string => {
    const rules =
      config.bands?.map((band) => (band.from === null ? words.rest : `≥ ${decimalText(band.from)}`)) ??
      config.topShare?.map(({ share }) => `${percentText(share)} %`) ??
      config.topCount?.map(({ count }) => `${count} ${words.people}`) ??
      [];
    return rules.map((rule, at) => `${title(at)[language] ?? title(at).en} ${rule}`).join(words.comma);
  };
  const en = parts('en', { rest: 'the rest', people: 'people', comma: ', ' });
  const zh = parts('zh-CN', { rest: '其余', people: '人', comma: '，' });
  return { en: `By ${config.on}: ${en}`, 'zh-CN': `按 ${config.on}：${zh}` };
}

interface Words {
  readonly rest: string;
  readonly people: string;
  readonly comma: string;
}
