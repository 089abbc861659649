// The sentence on the card.
import type { LocalText } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import type { AllocateConfig } from './config.ts';
import { offerTitle } from './ports.ts';

export function summarizeAllocate({ config, flow }: { readonly config: AllocateConfig; readonly flow: Flow }): LocalText {
  const offers = (words: Words): string =>
    config.offers
      .map((offer) => {
        const title = offerTitle(offer, flow);
        const { capacity, budget } = offer;
        const limits = [
          ...(capacity === undefined ? [] : [words.people(number(capacity, words.language))]),
          ...(budget === undefined ? [] : [words.money(number(budget, words.language))]),
        ];
        return `${title[words.language] ?? title.en}${limits.length === 0 ? '' : words.limits(limits.join(words.comma))}`;
      })
      .join(words.comma);
  const all = (words: Words): string => (config.budget === undefined ? '' : words.all(number(config.budget, words.language)));
  return { en: `${offers(english)}${all(english)}`, 'zh-CN': `${offers(chinese)}${all(chinese)}` };
}

interface Words {
  readonly language: 'en' | 'zh-CN';
  readonly comma: string;
  readonly people: (n: string) => string;
  readonly money: (n: string) => string;
  readonly limits: (text: string) => string;
  readonly all: (n: string) => string;
}

const english: Words = {
  language: 'en',
  comma: ', ',
  people: (n) => `${n} people`,
  money: (n) => `budget ${n}`,
  limits: (text) => ` (${text})`,
  all: (n) => `; budget for all ${n}`,
};

const chinese: Words = {
  language: 'zh-CN',
  comma: '，',
  people: (n) => `${n} 人`,
  money: (n) => `预算 ${n}`,
  limits: (text) => `（${text}）`,
  all: (n) => `；总预算 ${n}`,
};

const number = (value: number, language: string): string => value.toLocaleString(language, { maximumFractionDigits: 2 });
