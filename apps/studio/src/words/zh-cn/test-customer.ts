// 客户测试。
export const testCustomer = {
  title: '客户测试',
} as const;
