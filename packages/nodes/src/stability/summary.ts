// The sentence on the card.
import { decimalText, joinedText } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import { holdRules, type StabilityConfig } from './config.ts';

export function summarizeStability({ config }: { readonly config: StabilityConfig }): LocalText {
  const { margin = {} } = config;
  const { stay, grace, overrides, overrideBy } = holdRules(config);
  const given = (rule: unknown, text: LocalText): readonly LocalText[] => (rule === undefined || rule === false ? [] : [text]);
  const rules = [
    ...given(margin.keep, {
      en: `keeps ${decimalText(margin.keep ?? 0)} below the line`,
      'zh-CN': `低于分数线 ${decimalText(margin.keep ?? 0)} 以内保级`,
    }),
    ...given(margin.rise, {
      en: `rises ${decimalText(margin.rise ?? 0)} above it`,
      'zh-CN': `超过分数线 ${decimalText(margin.rise ?? 0)} 才升级`,
    }),
    ...given(stay, { en: `stays ${stay?.days} days`, 'zh-CN': `至少停留 ${stay?.days} 天` }),
    ...given(grace, { en: `falls after ${grace?.days} days at the earliest`, 'zh-CN': `宽限 ${grace?.days} 天后才降级` }),
    ...given(config.oneStep, { en: 'one step down at a time', 'zh-CN': '每次只降一级' }),
    ...given(overrides.length > 0 || overrideBy !== undefined, { en: 'overrides', 'zh-CN': '人工指定' }),
  ];
  const told = rules.length === 0 ? { en: 'no rule', 'zh-CN': '未设规则' } : joinedText(rules, { en: ', ', 'zh-CN': '，' });
  return { en: `Holds ${config.of}: ${told.en}`, 'zh-CN': `稳定 ${config.of}：${told['zh-CN'] ?? told.en}` };
}
