// The sentence on the card.
import type { LocalText } from '@tierflow/definition';
import { type Flow, localText } from '@tierflow/flow';
import type { PlaybookConfig } from './config.ts';

export function summarizePlaybook({ config, flow }: { readonly config: PlaybookConfig; readonly flow: Flow }): LocalText {
  const playbook = flow.playbooks?.find((candidate) => candidate.id === config.playbook);
  const title = playbook === undefined ? { en: config.playbook } : localText(playbook.title);
  return { en: `Assign ${title.en}`, 'zh-CN': `分配 ${title['zh-CN'] ?? title.en}` };
}
