// What changed between two contents of a flow. Positions never count as a change; they are listed apart.
import type { Json } from '@tierflow/definition';
import { edgeKey } from './graph.ts';
import { sameJson } from './path.ts';
import type { Flow, FlowEdge, FlowNode, FlowSeason, Playbook } from './schema.ts';

/** One value that changed; `path` into the node's config (`config.bands.vip.from`: items with an id go by it), its title or note. */
export interface FieldChange {
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

export type FlowChange =
  | { readonly type: 'nodeAdded'; readonly node: FlowNode }
  | { readonly type: 'nodeRemoved'; readonly node: FlowNode }
  | { readonly type: 'nodeChanged'; readonly node: FlowNode; readonly fields: readonly FieldChange[] }
  | { readonly type: 'edgeAdded'; readonly edge: FlowEdge }
  | { readonly type: 'edgeRemoved'; readonly edge: FlowEdge }
  | { readonly type: 'playbookAdded'; readonly playbook: Playbook }
  | { readonly type: 'playbookRemoved'; readonly playbook: Playbook }
  | { readonly type: 'playbookChanged'; readonly playbook: Playbook; readonly fields: readonly FieldChange[] }
  | { readonly type: 'seasonAdded'; readonly season: FlowSeason }
  | { readonly type: 'seasonRemoved'; readonly season: FlowSeason }
  | { readonly type: 'seasonChanged'; readonly season: FlowSeason; readonly fields: readonly FieldChange[] }
  | { readonly type: 'seasonsReordered'; readonly seasons: readonly FlowSeason[] }
  | { readonly type: 'flowChanged'; readonly fields: readonly FieldChange[] };

export interface FlowDiff {
  readonly changes: readonly FlowChange[];
  /** Nodes that only stand elsewhere. */
  readonly moved: readonly string[];
}

/** Changes from one content to another, in the order of the later one. */
export function diffFlows(before: Flow, after: Flow): FlowDiff {
  return {
    changes: [
      ...flowFields(before, after),
      ...nodeChanges(before, after),
      ...edgeChanges(before, after),
      ...playbookChanges(before, after),
      ...seasonChanges(before, after),
    ],
    moved: after.nodes.filter((node) => movedBetween(before, after, node.id)).map((node) => node.id),
  };
}

/** Whether two contents say the same, positions aside. */
export function sameContent(a: Flow, b: Flow): boolean {
  return a === b || diffFlows(a, b).changes.length === 0;
}

function flowFields(before: Flow, after: Flow): readonly FlowChange[] {
  const fields = (['title', 'timeZone', 'data'] as const).flatMap((path) =>
    fieldChanges(before[path] as Json | undefined, after[path] as Json | undefined, path),
  );
  fields.push(...fieldChanges(leverParts(before), leverParts(after), 'levers'));
  return fields.length === 0 ? [] : [{ type: 'flowChanged', fields }];
}

/** What is said of levers, each by itself: `levers.orders.amount max`. */
function leverParts({ levers = [] }: Flow): Json {
  const said = levers.flatMap(({ collection, field, ...rest }) => {
    const name = [collection, field].filter((part) => part !== undefined).join('.');
    return Object.entries(rest).flatMap(([what, value]) => (value === undefined ? [] : [[`${name} ${what}`, value] as const]));
  });
  return Object.fromEntries(said);
}

function nodeChanges(before: Flow, after: Flow): readonly FlowChange[] {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const ids = new Set(after.nodes.map((node) => node.id));
  const removed = before.nodes.filter((node) => !ids.has(node.id));
  return [
    ...after.nodes.flatMap((node): readonly FlowChange[] => {
      const was = old.get(node.id);
      if (was === undefined) return [{ type: 'nodeAdded', node }];
      if (was === node) return [];
      const fields = fieldChanges(was as unknown as Json, node as unknown as Json, '');
      return fields.length === 0 ? [] : [{ type: 'nodeChanged', node, fields }];
    }),
    ...removed.map((node) => ({ type: 'nodeRemoved', node }) as const),
  ];
}

function edgeChanges(before: Flow, after: Flow): readonly FlowChange[] {
  const old = new Set(before.edges.map(edgeKey));
  const now = new Set(after.edges.map(edgeKey));
  return [
    ...after.edges.filter((edge) => !old.has(edgeKey(edge))).map((edge) => ({ type: 'edgeAdded', edge }) as const),
    ...before.edges.filter((edge) => !now.has(edgeKey(edge))).map((edge) => ({ type: 'edgeRemoved', edge }) as const),
  ];
}

function playbookChanges(before: Flow, after: Flow): readonly FlowChange[] {
  const old = new Map((before.playbooks ?? []).map((playbook) => [playbook.id, playbook]));
  const ids = new Set((after.playbooks ?? []).map((playbook) => playbook.id));
  return [
    ...(after.playbooks ?? []).flatMap((playbook): readonly FlowChange[] => {
      const was = old.get(playbook.id);
      if (was === undefined) return [{ type: 'playbookAdded', playbook }];
      const fields = fieldChanges(was as unknown as Json, playbook as unknown as Json, '');
      return fields.length === 0 ? [] : [{ type: 'playbookChanged', playbook, fields }];
    }),
    ...[...old.values()].filter((playbook) => !ids.has(playbook.id)).map((playbook) => ({ type: 'playbookRemoved', playbook }) as const),
  ];
}

function seasonChanges({ seasons: old = [] }: Flow, { seasons = [] }: Flow): readonly FlowChange[] {
  const known = new Map(old.map((season) => [season.id, season]));
  const kept = new Set(seasons.map((season) => season.id));
  const [before, after] = [old.filter((season) => kept.has(season.id)), seasons.filter((season) => known.has(season.id))];
  return [
    ...seasons.flatMap((season): readonly FlowChange[] => {
      const was = known.get(season.id);
      if (was === undefined) return [{ type: 'seasonAdded', season }];
      const fields = fieldChanges(seasonParts(was), seasonParts(season), '');
      return fields.length === 0 ? [] : [{ type: 'seasonChanged', season, fields }];
    }),
    ...old.filter((season) => !kept.has(season.id)).map((season) => ({ type: 'seasonRemoved', season }) as const),
    ...(before.every((season, at) => season.id === after[at]?.id) ? [] : [{ type: 'seasonsReordered', seasons } as const]),
  ];
}

/** A season with its numbers by node and place, so that each is one change: `values.tiers bands.0.from`. */
function seasonParts({ values, ...season }: FlowSeason): Json {
  const numbers = Object.fromEntries(values.map(({ node, path, value }) => [`${node} ${path}`, value]));
  return { ...season, values: numbers } as unknown as Json;
}

function fieldChanges(before: Json | undefined, after: Json | undefined, path: string): readonly FieldChange[] {
  if (sameJson(before, after)) return [];
  const [a, b] = [namedParts(before), namedParts(after)];
  if (a === undefined || b === undefined) return [{ path, before, after }];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  const inner = names.flatMap((name) => fieldChanges(a.get(name), b.get(name), path === '' ? name : `${path}.${name}`));
  return inner.length === 0 ? [{ path, before, after }] : inner;
}

/** Parts by name: of an object its members, of a list its items by id, else by place. Undefined for single values. */
function namedParts(value: Json | undefined): ReadonlyMap<string, Json> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const ids = value.map((item: Json) => (typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined));
  const byId = ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length;
  return new Map(value.map((item: Json, index) => [byId ? String(ids[index]) : String(index), item]));
}

function movedBetween(before: Flow, after: Flow, id: string): boolean {
  const [a, b] = [before.layout?.[id], after.layout?.[id]];
  return a !== undefined && b !== undefined && (a.x !== b.x || a.y !== b.y);
}
