// Playbooks a node hands out by its settings, whether its kind reads them or not: known before anything is compiled.
import type { FlowNode } from './schema.ts';

/** Ids of playbooks that a config names: its own `playbook`, or one in each of its `offers`. */
export function playbooksNamed({ config }: Pick<FlowNode, 'config'>): readonly string[] {
  const { offers } = config;
  const holders: readonly unknown[] = [config, ...(Array.isArray(offers) ? offers : [])];
  return holders.flatMap((holder) => {
    const id = typeof holder === 'object' && holder !== null ? (holder as { readonly playbook?: unknown }).playbook : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}
