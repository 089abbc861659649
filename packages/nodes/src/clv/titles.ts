// Names of the columns in both languages.
export const titles = {
  alive: { en: 'Chance still a customer', 'zh-CN': '仍活跃的概率' },
  purchases: { en: 'Expected purchases', 'zh-CN': '预期购买次数' },
  spend: { en: 'Expected amount per purchase', 'zh-CN': '预期单次金额' },
  clv: { en: 'Lifetime value', 'zh-CN': '客户终身价值' },
} as const;
