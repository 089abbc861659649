// The sentence on the card.
import { percentText } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import { localText } from '@tierflow/flow';
import type { SplitConfig } from './config.ts';

export function summarizeSplit({ config }: { readonly config: SplitConfig }): LocalText {
  const groups = (language: 'en' | 'zh-CN'): string[] =>
    config.shares.map(({ id, title, share }) => {
      const text = title === undefined ? { en: id } : localText(title);
      return `${text[language] ?? text.en} ${percentText(share)} %`;
    });
  const within = config.stratify;
  return {
    en: `At random, for good: ${groups('en').join(', ')}${within === undefined ? '' : `, within ${within}`}`,
    'zh-CN': `随机且固定：${groups('zh-CN').join('，')}${within === undefined ? '' : `，按 ${within} 分层`}`,
  };
}
