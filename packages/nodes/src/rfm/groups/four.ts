// The four groups of the article 内购该如何管理客户: 重要, 潜力, 一般, 流失. The article names them and their playbooks but
// no bounds; the bounds here are our suggestion: lost is the bottom two fifths of recency, important is high in frequency
// and amount, potential is recent but not yet both.
import { type Bins, type GroupTable, upper } from './rule.ts';

export function fourGroups(bins: Bins): GroupTable {
  return {
    rules: [
      { id: 'lost', title: { en: 'Lost customers', 'zh-CN': '流失客户' }, R: [1, Math.max(1, Math.floor((bins.R * 2) / 5))] },
      { id: 'important', title: { en: 'Important customers', 'zh-CN': '重要客户' }, F: upper(bins.F), M: upper(bins.M) },
      { id: 'potential', title: { en: 'Potential customers', 'zh-CN': '潜力客户' }, R: upper(bins.R) },
      { id: 'ordinary', title: { en: 'Ordinary customers', 'zh-CN': '一般客户' } },
    ],
    otherwise: { en: 'Others', 'zh-CN': '其他' },
  };
}
