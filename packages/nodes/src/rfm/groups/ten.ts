// The ten marketing segments over quintile scores of recency and frequency, a grid in wide use in marketing tools:
// every pair (R, F) from 1 to 5 lies in exactly one of them. M does not matter.
import type { GroupRule, GroupTable } from './rule.ts';

const rules: readonly GroupRule[] = [
  { id: 'champions', title: { en: 'Champions', 'zh-CN': '冠军客户' }, R: [5, 5], F: [4, 5] },
  { id: 'loyal-customers', title: { en: 'Loyal customers', 'zh-CN': '忠诚客户' }, R: [3, 4], F: [4, 5] },
  { id: 'potential-loyalists', title: { en: 'Potential loyalists', 'zh-CN': '潜在忠诚客户' }, R: [4, 5], F: [2, 3] },
  { id: 'new-customers', title: { en: 'New customers', 'zh-CN': '新客户' }, R: [5, 5], F: [1, 1] },
  { id: 'promising', title: { en: 'Promising', 'zh-CN': '有望客户' }, R: [4, 4], F: [1, 1] },
  { id: 'need-attention', title: { en: 'Need attention', 'zh-CN': '需要关注客户' }, R: [3, 3], F: [3, 3] },
  { id: 'about-to-sleep', title: { en: 'About to sleep', 'zh-CN': '即将沉睡客户' }, R: [3, 3], F: [1, 2] },
  { id: 'cannot-lose', title: { en: 'Cannot lose them', 'zh-CN': '不能流失客户' }, R: [1, 2], F: [5, 5] },
  { id: 'at-risk', title: { en: 'At risk', 'zh-CN': '流失风险客户' }, R: [1, 2], F: [3, 4] },
  { id: 'hibernating', title: { en: 'Hibernating', 'zh-CN': '沉睡客户' }, R: [1, 2], F: [1, 2] },
];

export const tenGroups: GroupTable = { rules, otherwise: { en: 'Others', 'zh-CN': '其他' } };
