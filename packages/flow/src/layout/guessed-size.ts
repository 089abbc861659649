// How large a card is drawn, before it is: with a row for each way out that its config lists.
import type { FlowNode } from '../schema.ts';

/** Size of a card, and the height of each port on it, as drawn. */
export interface NodeSize {
  readonly width: number;
  readonly height: number;
  /** Ports from top to bottom. */
  readonly ports?: readonly string[];
}

const card = { width: 244, height: 116 } as const;
const row = 27;

/** Settings that list ways out, and those that come after the list, the remainder apart. */
const lists = { cases: [], bands: [], topShare: [], topCount: [], stages: [], shares: [], offers: ['waiting'] } as const;

/** The size of a node's card by its config; who takes over the column `of` another node has that node's ways out. */
export function guessedSize(node: FlowNode | undefined, nodes: readonly FlowNode[] = []): NodeSize {
  const of = node?.config['of'];
  const maker = typeof of === 'string' ? nodes.find(({ config }) => config['as'] === of) : undefined;
  const ports = waysOut(maker ?? node);
  return ports.length === 0 ? card : { width: card.width, height: card.height + (ports.length + 1) * row, ports };
}

function waysOut(node: FlowNode | undefined): readonly string[] {
  return Object.entries(lists).flatMap(([name, more]) => {
    const ids = idsOf(node?.config[name]);
    return ids.length === 0 ? [] : [...ids, ...more];
  });
}

function idsOf(list: unknown): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    const id = typeof entry === 'object' && entry !== null ? (entry as { readonly id?: unknown }).id : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}
