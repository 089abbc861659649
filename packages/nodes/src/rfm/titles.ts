// Names of the columns in both languages.
export const titles = {
  recency: { en: 'Recency (days)', 'zh-CN': '最近消费（天）' },
  frequency: { en: 'Frequency', 'zh-CN': '消费频次' },
  monetary: { en: 'Monetary', 'zh-CN': '消费金额' },
  R: { en: 'R score', 'zh-CN': 'R 分值' },
  F: { en: 'F score', 'zh-CN': 'F 分值' },
  M: { en: 'M score', 'zh-CN': 'M 分值' },
  RFM: { en: 'RFM code', 'zh-CN': 'RFM 代码' },
  group: { en: 'RFM group', 'zh-CN': 'RFM 分群' },
} as const;
