// 结果抽屉。
export const drawer = {
  title: '结果',
} as const;
