// Copying: a clip is plain JSON, so it travels between flows, tabs and messages.
import { z } from 'zod';
import { freshId } from '../graph.ts';
import { playbooksNamed } from '../playbooks-named.ts';
import { edgeSchema, type Flow, nodeSchema, playbookSchema, seasonSchema } from '../schema.ts';
import type { Change, Point } from './change.ts';

/** Nodes taken out of a flow, with the edges between them, the playbooks they name and their numbers in seasons. */
export const clipSchema = z.object({
  format: z.literal('tierflow/clip@1'),
  nodes: z.array(nodeSchema).min(1).max(500),
  edges: z.array(edgeSchema).max(2000),
  playbooks: z.array(playbookSchema).max(500),
  /** The seasons of the flow they are from, with the numbers of these nodes. */
  seasons: z.array(seasonSchema).max(50).optional(),
  layout: z.record(z.string(), z.object({ x: z.number(), y: z.number() })),
});

export type Clip = z.infer<typeof clipSchema>;

/** What is copied for these nodes; undefined where none of them exists. */
export function copyNodes(flow: Flow, ids: readonly string[]): Clip | undefined {
  const chosen = new Set(ids);
  const nodes = flow.nodes.filter((node) => chosen.has(node.id));
  if (nodes.length === 0) return undefined;
  const named = new Set(nodes.flatMap(playbooksNamed));
  const seasons = (flow.seasons ?? []).map((season) => ({ ...season, values: season.values.filter((value) => chosen.has(value.node)) }));
  const changing = seasons.filter((season) => season.values.length > 0);
  return {
    format: 'tierflow/clip@1',
    nodes,
    edges: flow.edges.filter((edge) => chosen.has(edge.from) && chosen.has(edge.to)),
    playbooks: (flow.playbooks ?? []).filter((playbook) => named.has(playbook.id)),
    ...(changing.length === 0 ? {} : { seasons: changing }),
    layout: Object.fromEntries(nodes.map((node) => [node.id, flow.layout?.[node.id] ?? { x: 0, y: 0 }])),
  };
}

/** Reads a clip from text; undefined if the text is none. */
export function parseClip(text: string): Clip | undefined {
  if (!text.includes('tierflow/clip@1')) return undefined;
  try {
    const parsed = clipSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Puts a clip in with new ids, its top left corner at a point. Seasons the flow has not got come with it. */
export function pasteClip(flow: Flow, clip: Clip, at: Point, code: 'paste' | 'duplicate' = 'paste'): Change {
  const taken = new Set(flow.nodes.map((node) => node.id));
  const ids = new Map<string, string>();
  for (const node of clip.nodes) {
    const id = freshId(taken, node.id.replace(/-\d+$/, ''));
    taken.add(id);
    ids.set(node.id, id);
  }
  const idOf = (id: string) => ids.get(id) ?? id;
  const points = clip.nodes.map((node) => ({ id: idOf(node.id), ...(clip.layout[node.id] ?? { x: 0, y: 0 }) }));
  const left = Math.min(...points.map((point) => point.x));
  const top = Math.min(...points.map((point) => point.y));
  const known = new Set((flow.playbooks ?? []).map((playbook) => playbook.id));
  const playbooks = clip.playbooks.filter((playbook) => !known.has(playbook.id));
  const placed = points.map(({ id, x, y }) => [id, { x: Math.round(at.x + x - left), y: Math.round(at.y + y - top) }] as const);
  const edges = clip.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  return {
    flow: {
      ...flow,
      nodes: [...flow.nodes, ...clip.nodes.map((node) => ({ ...node, id: idOf(node.id) }))],
      edges: [...flow.edges, ...edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) }))],
      ...pastedSeasons(flow, clip, idOf),
      ...(playbooks.length === 0 ? {} : { playbooks: [...(flow.playbooks ?? []), ...playbooks] }),
      layout: { ...flow.layout, ...Object.fromEntries(placed) },
    },
    step: { code, nodes: [...ids.values()] },
  };
}

/** Numbers of the pasted nodes go to the season of the same id; one that is not there is added. */
function pastedSeasons(flow: Flow, clip: Clip, idOf: (id: string) => string): Pick<Flow, 'seasons'> {
  if (clip.seasons === undefined) return {};
  const pasted = clip.seasons.map((season) => ({
    ...season,
    values: season.values.map((value) => ({ ...value, node: idOf(value.node) })),
  }));
  const known = flow.seasons ?? [];
  const valuesOf = (id: string) => pasted.find((season) => season.id === id)?.values ?? [];
  return {
    seasons: [
      ...known.map((season) => ({ ...season, values: [...season.values, ...valuesOf(season.id)] })),
      ...pasted.filter((season) => known.every((other) => other.id !== season.id)),
    ],
  };
}
