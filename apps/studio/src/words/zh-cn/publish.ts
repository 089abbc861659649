// 发布。
export const publish = {
  title: '发布',
} as const;
