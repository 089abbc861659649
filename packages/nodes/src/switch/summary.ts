// The sentence on the card.
import { joinedText } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import { localText } from '@tierflow/flow';
import type { SwitchConfig } from './config.ts';

export function summarizeSwitch({ config }: { readonly config: SwitchConfig }): LocalText {
  const titles = config.cases.map((entry) => (entry.title === undefined ? { en: entry.id } : localText(entry.title)));
  const joined = joinedText(titles, { en: ', else ', 'zh-CN': '，否则 ' });
  return { en: `First that fits: ${joined.en}`, 'zh-CN': `取首个符合：${joined['zh-CN'] ?? joined.en}` };
}
