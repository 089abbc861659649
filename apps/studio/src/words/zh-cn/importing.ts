// 导入数据。
export const importing = {
  title: '导入数据',
} as const;
