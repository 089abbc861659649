// 各类节点的专用图形。
export const faces = {
  tiers: { title: '分布上的等级' },
} as const;
