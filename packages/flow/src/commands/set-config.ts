// Changes what a node does or is called.
import type { Json } from '@tierflow/definition';
import { nodeOf, portOf } from '../graph.ts';
import { readPath, sameJson, writePath } from '../path.ts';
import type { Flow, FlowNode, Title } from '../schema.ts';
import type { Change } from './change.ts';
import { followConfig } from './seasons.ts';

/** One value of a node's config. `ports`, where given, are the ports the node has afterwards: edges out of others go in the same step. */
export interface ConfigEdit {
  readonly node: string;
  /** `bands.2.from`; empty for the whole config. */
  readonly path: string;
  /** Undefined removes the value. */
  readonly value: Json | undefined;
  readonly ports?: readonly string[];
}

/** Sets one value of a node's config. */
export function setConfig(flow: Flow, { node: id, path, value, ports }: ConfigEdit): Change {
  const node = nodeOf(flow, id);
  const before = node === undefined ? undefined : readPath(node.config, path);
  const step = { code: 'setConfig', node: id, path, before, after: value } as const;
  if (node === undefined) return { flow, step, refused: 'missingNode' };
  if (sameJson(before, value)) return { flow, step };
  const config = (writePath(node.config, path, value) ?? {}) as FlowNode['config'];
  const kept = ports === undefined ? flow.edges : flow.edges.filter((edge) => edge.from !== id || ports.includes(portOf(edge)));
  const followed = followConfig(flow, id, [node.config, config]);
  return { flow: { ...replaceNode(followed, { ...node, config }), edges: kept.length === flow.edges.length ? flow.edges : kept }, step };
}

/** Names a node; null takes the name away, and the card shows the kind's name. */
export function renameNode(flow: Flow, id: string, title: Title | null): Change {
  const node = nodeOf(flow, id);
  const step = { code: 'rename', node: id, before: node?.title ?? null, after: title } as const;
  if (node === undefined) return { flow, step, refused: 'missingNode' };
  if (sameJson(node.title ?? null, title)) return { flow, step };
  const { title: _, ...rest } = node;
  return { flow: replaceNode(flow, title === null ? rest : { ...rest, title }), step };
}

/** Writes the note of a node; an empty one is taken away. */
export function setNote(flow: Flow, id: string, note: string): Change {
  const node = nodeOf(flow, id);
  const step = { code: 'setNote', node: id } as const;
  if (node === undefined) return { flow, step, refused: 'missingNode' };
  if ((node.note ?? '') === note) return { flow, step };
  const { note: _, ...rest } = node;
  return { flow: replaceNode(flow, note === '' ? rest : { ...rest, note }), step };
}

function replaceNode(flow: Flow, next: FlowNode): Flow {
  return { ...flow, nodes: flow.nodes.map((node) => (node.id === next.id ? next : node)) };
}
