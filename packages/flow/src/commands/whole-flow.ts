// Changes of the flow itself: its title, its playbooks, and its replacement by another content.
import { sameJson } from '../path.ts';
import type { Flow, Playbook, Title } from '../schema.ts';
import type { Change, Step } from './change.ts';

/** Names the flow. */
export function setTitle(flow: Flow, title: Title): Change {
  const step = { code: 'setTitle', before: flow.title, after: title } as const;
  return sameJson(flow.title, title) ? { flow, step } : { flow: { ...flow, title }, step };
}

/** Moves the flow to another time zone, in which its days are counted. */
export function setTimeZone(flow: Flow, timeZone: string): Change {
  const step = { code: 'setTimeZone', before: flow.timeZone, after: timeZone } as const;
  return flow.timeZone === timeZone ? { flow, step } : { flow: { ...flow, timeZone }, step };
}

/** Adds a playbook, or replaces the one with its id. */
export function putPlaybook(flow: Flow, playbook: Playbook): Change {
  const step = { code: 'putPlaybook', playbook: playbook.id, title: playbook.title } as const;
  const all = flow.playbooks ?? [];
  const old = all.find((other) => other.id === playbook.id);
  if (old === undefined) return { flow: { ...flow, playbooks: [...all, playbook] }, step };
  if (sameJson(old, playbook)) return { flow, step };
  return { flow: { ...flow, playbooks: all.map((other) => (other.id === playbook.id ? playbook : other)) }, step };
}

/** Removes a playbook; nodes that name it keep the name, and the compiler says so. */
export function removePlaybook(flow: Flow, id: string): Change {
  const old = flow.playbooks?.find((playbook) => playbook.id === id);
  const step = { code: 'removePlaybook', playbook: id, title: old?.title ?? id } as const;
  return old === undefined
    ? { flow, step }
    : { flow: { ...flow, playbooks: (flow.playbooks ?? []).filter((other) => other !== old) }, step };
}

/** Puts another content in the flow's place. The id stays. */
export function replaceFlow(flow: Flow, next: Flow, reason: Extract<Step, { code: 'replace' }>['reason']): Change {
  return { flow: { ...next, id: flow.id }, step: { code: 'replace', reason } };
}
