// 数据清洗的规则。
export const cleaning = {
  changed_other: '改动 {n} 人',
  refused_other: '隔离 {n} 人',
  examples: '改动前后',
  becomes: '改为',
  drag: '拖到其他位置',
  keys: '按 Alt 和方向键可移动规则',
  pasteHint: '可将从电子表格复制的两列粘贴到任一单元格。',
  proposed: '常见但尚无对应：',
  addText: '添加“{text}”',
} as const;
