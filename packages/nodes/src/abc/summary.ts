// The sentence on the card.
import { decimalOf, decimalText } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import { type AbcConfig, classesOf } from './config.ts';

export function summarizeAbc({ config }: { readonly config: AbcConfig }): LocalText {
  const classes = classesOf(config);
  const ends = config.shares.map((share, at) => `${classes[at]} ${percent(share)} %`);
  const value = typeof config.value === 'string' ? config.value : config.value.expr;
  const last = classes.at(-1);
  return {
    en: `By share of ${value}: ${ends.join(', ')}, ${last} the rest`,
    'zh-CN': `按 ${value} 累计占比：${ends.join('，')}，${last} 其余`,
  };
}

/** Percent without the noise of doubles: 0.07 → 7. */
function percent(share: number): string {
  const { units, decimals } = decimalOf(share);
  return decimalText(Number(`${units * 100n}e-${decimals}`));
}
