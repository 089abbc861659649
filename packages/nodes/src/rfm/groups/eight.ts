// The eight classical groups: each of R, F, M high or low. High is above the middle of the scores; with the mean split it
// is better than the average. Names as taught in China (重要/一般 × 价值/发展/保持/挽留), after A. M. Hughes,
// "Strategic Database Marketing" (1994), who scores the three dimensions.
import type { LocalText } from '@tierflow/definition';
import { type Bins, type GroupTable, lower, upper } from './rule.ts';

const titles: readonly (readonly [id: string, highs: string, title: LocalText])[] = [
  ['important-value', 'RFM', { en: 'Champions, high value', 'zh-CN': '重要价值客户' }],
  ['important-develop', 'RM', { en: 'Grow, high value', 'zh-CN': '重要发展客户' }],
  ['important-keep', 'FM', { en: 'Keep, high value', 'zh-CN': '重要保持客户' }],
  ['important-win-back', 'M', { en: 'Win back, high value', 'zh-CN': '重要挽留客户' }],
  ['general-value', 'RF', { en: 'Champions, low value', 'zh-CN': '一般价值客户' }],
  ['general-develop', 'R', { en: 'Grow, low value', 'zh-CN': '一般发展客户' }],
  ['general-keep', 'F', { en: 'Keep, low value', 'zh-CN': '一般保持客户' }],
  ['general-win-back', '', { en: 'Win back, low value', 'zh-CN': '一般挽留客户' }],
];

export function eightGroups(bins: Bins): GroupTable {
  const rules = titles.map(([id, highs, title]) => ({
    id,
    title,
    R: highs.includes('R') ? upper(bins.R) : lower(bins.R),
    F: highs.includes('F') ? upper(bins.F) : lower(bins.F),
    M: highs.includes('M') ? upper(bins.M) : lower(bins.M),
  }));
  return { rules, otherwise: { en: 'Others', 'zh-CN': '其他' } };
}
