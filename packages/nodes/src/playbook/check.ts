// The playbook has to exist in the flow.
import { type Checked, type NodeContext, nearestName } from '@tierflow/compiler';
import type { PlaybookConfig } from './config.ts';

export function checkPlaybook({ config, flow, report }: NodeContext<PlaybookConfig>): Checked {
  const ids = (flow.playbooks ?? []).map((playbook) => playbook.id);
  if (ids.includes(config.playbook)) return { diagnostics: [], reads: [] };
  const nearest = nearestName(config.playbook, ids);
  const unknown = report('playbook.unknown', 'playbook', { id: config.playbook });
  return { diagnostics: [nearest === undefined ? unknown : { ...unknown, repair: { path: 'playbook', value: nearest } }], reads: [] };
}
