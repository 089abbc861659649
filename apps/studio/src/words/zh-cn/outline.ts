// 以表格呈现的流程。
export const outline = {
  title: '大纲',
  node: '节点',
  people: '人数',
  actions: '操作',
  actionsFor: '“{title}”的操作',
  after: '上一步：{nodes}',
  connect: '连接到',
  disconnect: '断开',
  wayTo: '{port} → {title}',
} as const;
