// The usual stages with the usual days, as a start.
import type { Stage } from './config.ts';

export const usualStages: readonly Stage[] = [
  { id: 'prospect', title: { en: 'Prospect', 'zh-CN': '潜在客户' }, purchases: { to: 0 } },
  { id: 'new', title: { en: 'New', 'zh-CN': '新客户' }, first: { to: 30 } },
  { id: 'won-back', title: { en: 'Won back', 'zh-CN': '赢回客户' }, last: { to: 90 }, gap: { from: 180 } },
  { id: 'loyal', title: { en: 'Loyal', 'zh-CN': '忠诚客户' }, purchases: { from: 5 }, last: { to: 90 } },
  { id: 'active', title: { en: 'Active', 'zh-CN': '活跃客户' }, last: { to: 90 } },
  { id: 'dormant', title: { en: 'Dormant', 'zh-CN': '沉睡客户' }, last: { from: 91, to: 365 } },
  { id: 'lost', title: { en: 'Lost', 'zh-CN': '流失客户' }, last: { from: 366 } },
];
