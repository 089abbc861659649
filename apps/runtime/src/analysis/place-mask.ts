// The people of a place as a mask: those that reach a node (`in`), leave through a port, or are unknown to its condition.
import type { Definition } from '@tierflow/definition';

/** Undefined where there is no such place. */
export function maskOf(definition: Definition, { node, port }: { readonly node: string; readonly port: string }): string | undefined {
  const entry = definition.nodes.find((candidate) => candidate.id === node);
  if (port === 'in') return entry?.in;
  return entry?.ports.find((candidate) => candidate.id === port)?.mask ?? (port === 'unknown' ? entry?.unknown : undefined);
}
