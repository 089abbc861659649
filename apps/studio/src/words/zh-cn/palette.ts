// 节点面板与快速添加。
export const palette = {
  search: '查找节点',
  none: '没有匹配“{text}”的节点',
  data: '数据',
  filter: '筛选',
  score: '打分',
  combine: '组合',
  tier: '分级',
  act: '运营',
  canvas: '画布',
  add: '添加节点',
  addHere: '在此添加节点',
  connectTo: '添加节点并连接',
  insert: '在中间插入节点',
  dragHint: '拖到画布上，或按回车添加',
} as const;
