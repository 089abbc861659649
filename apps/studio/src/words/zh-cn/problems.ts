// 问题面板，以及服务器无法提供帮助的原因。
export const problems = {
  title: '问题',
  none: '没有问题',
  error: '错误',
  warning: '警告',
  info: '提示',
  errors_other: '{count} 个错误',
  warnings_other: '{count} 个警告',
  infos_other: '{count} 条提示',
  repair: '修复',
  wholeFlow: '整个流程',
  network: '无法连接服务器',
} as const;
