// People per node and port, read off a sweep.
import type { Definition } from '@tierflow/definition';
import type { SweepResult } from './sweep.ts';

export interface NodeCounts {
  readonly in: number;
  readonly out: { readonly [port: string]: number };
  readonly unknown: number;
  /** Rows with an error in a column of the node. */
  readonly errors: number;
}

/** Counts of every node of a definition whose masks were all counted. */
export function nodeCounts(
  definition: Pick<Definition, 'nodes' | 'columns'>,
  result: SweepResult,
): { readonly [node: string]: NodeCounts } {
  const owners = new Map(definition.columns.map((column) => [column.id, column.node]));
  const errors = new Map<string, number>();
  for (const [column, n] of Object.entries(result.errors)) {
    const node = owners.get(column) ?? '';
    errors.set(node, Math.max(errors.get(node) ?? 0, n));
  }
  const count = (mask: string): number => result.counts[mask] ?? 0;
  return Object.fromEntries(
    definition.nodes.map((node) => [
      node.id,
      {
        in: count(node.in),
        out: Object.fromEntries(node.ports.map((port) => [port.id, count(port.mask)])),
        unknown: node.unknown === undefined ? 0 : count(node.unknown),
        errors: errors.get(node.id) ?? 0,
      },
    ]),
  );
}
