// Words of the gates of publishing that stand beside the compiler's own diagnostics.
import type { Messages } from '@tierflow/definition';

/** Code of the diagnostic → message; `{name}` stands for a parameter. */
export const gateMessages: { readonly en: Messages; readonly 'zh-CN': Messages } = {
  en: {
    'publish.nothing': 'The flow decides nothing yet: it needs a source and something after it.',
    'publish.not-fitted': 'The value {parameter} could not be fitted on this data.',
    'publish.unreadable': 'The definition that would come out cannot be read again: {fault} at {place}.',
    'publish.evaluators-disagree': 'Two evaluators disagree on {vectors} test records.',
  },
  'zh-CN': {
    'publish.nothing': '流程尚不产生任何结果：需要数据源及其后的节点。',
    'publish.not-fitted': '无法在该数据上拟合 {parameter} 的值。',
    'publish.unreadable': '由此得到的定义无法再次读取：{place} 处 {fault}。',
    'publish.evaluators-disagree': '两种求值方式在 {vectors} 条测试记录上结果不一致。',
  },
};
