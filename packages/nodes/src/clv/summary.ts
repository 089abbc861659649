// The sentence on the card.
import { conditionText, percentText } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import type { ClvConfig } from './config.ts';

const units: Readonly<Record<ClvConfig['unit'], LocalText & { readonly 'zh-CN': string }>> = {
  day: { en: 'days', 'zh-CN': '天' },
  week: { en: 'weeks', 'zh-CN': '周' },
  month: { en: 'months', 'zh-CN': '个月' },
};
const models: Readonly<Record<ClvConfig['model'], string>> = { bgnbd: 'BG/NBD', paretonbd: 'Pareto/NBD' };

export function summarizeClv({ config }: { readonly config: ClvConfig }): LocalText {
  const unit = units[config.unit];
  const where = config.where === undefined ? undefined : conditionText(config.where);
  const valued = config.value !== undefined;
  const rate = !valued || config.discount === undefined ? '' : percentText(config.discount);
  const model = models[config.model];
  return {
    en: `${valued ? 'Value' : 'Purchases'} of the next ${config.horizon} ${unit.en} from ${config.from}${where === undefined ? '' : ` where ${where.en}`}, ${model}${rate === '' ? '' : `, discounted at ${rate} %`}`,
    'zh-CN': `据 ${config.from}${where === undefined ? '' : `（${where['zh-CN'] ?? where.en}）`} 预测未来 ${config.horizon} ${unit['zh-CN']}的${valued ? '价值' : '购买次数'}，${model}${rate === '' ? '' : `，年折现率 ${rate}%`}`,
  };
}
