// Whoever reaches the node gets the playbook.
import type { Lowered, NodeContext } from '@tierflow/compiler';
import { localText } from '@tierflow/flow';
import type { PlaybookConfig } from './config.ts';

export function lowerPlaybook({ config, flow }: NodeContext<PlaybookConfig>): Lowered {
  const playbook = flow.playbooks?.find((candidate) => candidate.id === config.playbook);
  const title = playbook === undefined ? { en: config.playbook } : localText(playbook.title);
  return { ports: [{ id: 'out' }], playbooks: [{ id: config.playbook, title, priority: config.priority, port: 'out' }] };
}
