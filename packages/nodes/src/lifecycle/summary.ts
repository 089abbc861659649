// The sentence on the card.
import { joinedText } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import { localText } from '@tierflow/flow';
import type { LifecycleConfig } from './config.ts';

export function summarizeLifecycle({ config }: { readonly config: LifecycleConfig }): LocalText {
  const titles = config.stages.map(({ id, title }) => (title === undefined ? { en: id } : localText(title)));
  const joined = joinedText(titles, { en: ', ', 'zh-CN': '、' });
  return { en: `Stage by ${config.from}: ${joined.en}`, 'zh-CN': `按 ${config.from} 判定阶段：${joined['zh-CN'] ?? joined.en}` };
}
