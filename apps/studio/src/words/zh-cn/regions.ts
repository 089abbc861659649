// 在地区树中选择值。
export const regions = {
  choose: '{label}：选择',
  nothing: '选择…',
  chosen_other: '已选 {n} 个',
  search: '搜索地名或拼音首字母',
  notFound: '没有这个地名。',
  more: '……另有 {n} 个',
  places: '{n} 处同名',
  clear: '清空',
  only: '只保留这些人',
  onlyTitle: '仅{place}',
} as const;
