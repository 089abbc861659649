// The sentence on the card.
import type { LocalText } from '@tierflow/definition';

export function summarizeMerge(): LocalText {
  return { en: 'Everybody from any input, each once', 'zh-CN': '合并各路客户，每人一次' };
}
