// 问题面板，以及服务器无法提供帮助的原因。
export const problems = {
  title: '问题',
  none: '没有问题',
  error: '错误',
  warning: '警告',
  info: '提示',
  wholeFlow: '整个流程',
  network: '无法连接服务器',
} as const;
