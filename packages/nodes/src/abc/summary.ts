// The sentence on the card.
import { percentText } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import { type AbcConfig, classesOf } from './config.ts';

export function summarizeAbc({ config }: { readonly config: AbcConfig }): LocalText {
  const classes = classesOf(config);
  const ends = config.shares.map((share, at) => `${classes[at]} ${percentText(share)} %`);
  const value = typeof config.value === 'string' ? config.value : config.value.expr;
  const last = classes.at(-1);
  return {
    en: `By share of ${value}: ${ends.join(', ')}, ${last} the rest`,
    'zh-CN': `按 ${value} 累计占比：${ends.join('，')}，${last} 其余`,
  };
}
