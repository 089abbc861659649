// The sentence on the card.
import { conditionText } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import { binsOf, type RfmConfig } from './config.ts';

const methods: Readonly<Record<RfmConfig['method'], (k: number) => LocalText>> = {
  quantiles: (k) => ({ en: `${k} equal groups`, 'zh-CN': `${k} 分位` }),
  linear: (k) => ({ en: `${k} equal groups (interpolated)`, 'zh-CN': `${k} 分位（插值）` }),
  fixed: () => ({ en: 'fixed cut points', 'zh-CN': '固定分界值' }),
  meanSplit: () => ({ en: 'above or below the mean', 'zh-CN': '均值二分' }),
};

export function summarizeRfm({ config }: { readonly config: RfmConfig }): LocalText {
  const method = methods[config.method](binsOf(config).R);
  const where = config.where === undefined ? undefined : conditionText(config.where);
  const from = config.from === undefined ? { en: 'columns', 'zh-CN': '现有列' } : { en: config.from, 'zh-CN': config.from };
  const window =
    config.window === undefined
      ? { en: '', 'zh-CN': '' }
      : { en: ` of the last ${config.window} days`, 'zh-CN': `最近 ${config.window} 天` };
  return {
    en: `R, F, M from ${from.en}${window.en}${where === undefined ? '' : ` where ${where.en}`}, ${method.en}`,
    'zh-CN': `R、F、M 取自${window['zh-CN']} ${from['zh-CN']}${where === undefined ? '' : `（${where['zh-CN'] ?? where.en}）`}，${method['zh-CN'] ?? method.en}`,
  };
}
