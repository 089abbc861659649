// 分组能够检测出的最小效果。
export const effect = {
  title: '这些分组能看出多大的差异',
  help: '比较两组时，100 次中有 80 次能够发现的最小差异；两组本无差异时，100 次中约有 5 次会误判（双侧检验，正态近似）。',
  base: '对比组',
  measure: '比较的指标',
  rate: '比率',
  amount: '金额等数值',
  baseRate: '{base}的预期比率',
  riseSeen: '{base} {n} 人、{other} {of} 人时，可看出从 {from} 到 {to} 的提升（{by} 个百分点）；更小的提升多半看不出。',
  points: '+{n} 个百分点',
  notSeen: '{base} {n} 人、{other} {of} 人时，该比率的任何提升都无法可靠看出。请扩大较小的一组。',
  table: '可看出的最小提升',
  rateOf: '{base}的比率',
  mean: '人均值（如已知）',
  deviation: '标准差',
  shiftSeen: '{base} {n} 人、{other} {of} 人时，可看出人均相差 {by} 的差异；更小的差异多半看不出。',
  ofMean: '相当于人均值的 {share}%。',
} as const;
