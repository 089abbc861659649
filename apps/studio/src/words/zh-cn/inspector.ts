// 节点设置。
export const inspector = {
  title: '设置',
} as const;
