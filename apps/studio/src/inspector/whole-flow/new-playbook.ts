// A new playbook under a free id.
import { type Command, type Flow, freshId, putPlaybook } from '@tierflow/flow';

/** The id it gets, and the command that adds it. */
export function newPlaybook(flow: Flow, title: string): { readonly id: string; readonly command: Command } {
  const id = freshId(new Set((flow.playbooks ?? []).map((playbook) => playbook.id)), 'playbook');
  return { id, command: (present) => putPlaybook(present, { id, title }) };
}
