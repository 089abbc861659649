// Changes of a flow's seasons, and what becomes of their numbers when the nodes change.
import type { Json } from '@tierflow/definition';
import { readPath, sameJson } from '../path.ts';
import type { Flow, FlowSeason, SeasonValue } from '../schema.ts';
import { seasonValueOf } from '../seasons.ts';
import type { Change } from './change.ts';

/** Adds a season behind the others, or replaces the one with its id. */
export function putSeason(flow: Flow, season: FlowSeason): Change {
  const step = { code: 'putSeason', season: season.id, title: season.title } as const;
  const all = flow.seasons ?? [];
  const old = all.find((other) => other.id === season.id);
  if (old === undefined) return { flow: { ...flow, seasons: [...all, season] }, step };
  if (sameJson(old, season)) return { flow, step };
  return { flow: withSeason(flow, season), step };
}

/** Removes a season with its numbers. */
export function removeSeason(flow: Flow, id: string): Change {
  const old = flow.seasons?.find((season) => season.id === id);
  const step = { code: 'removeSeason', season: id, title: old?.title ?? id } as const;
  if (old === undefined) return { flow, step };
  const { seasons = [], ...rest } = flow;
  const left = seasons.filter((season) => season !== old);
  return { flow: left.length === 0 ? rest : { ...rest, seasons: left }, step };
}

/** Moves a season up or down the list, where the first of several that share a day holds. */
export function moveSeason(flow: Flow, id: string, by: 1 | -1): Change {
  const seasons = flow.seasons ?? [];
  const at = seasons.findIndex((season) => season.id === id);
  const [season, other] = [seasons[at], seasons[at + by]];
  const step = { code: 'putSeason', season: id, title: season?.title ?? id } as const;
  if (season === undefined || other === undefined) return { flow, step };
  return { flow: { ...flow, seasons: seasons.map((each) => (each === season ? other : each === other ? season : each)) }, step };
}

/** Sets a number of a node for a season; undefined, or the usual number, takes the season's away. */
export function setSeasonValue(
  flow: Flow,
  id: string,
  { node, path, value }: Omit<SeasonValue, 'value'> & { value: number | undefined },
): Change {
  const season = flow.seasons?.find((other) => other.id === id);
  const before = season === undefined ? undefined : seasonValueOf(season, node, path);
  const usual = readPath(flow.nodes.find((other) => other.id === node)?.config, path);
  const after = value === usual ? undefined : value;
  const step = {
    code: 'setSeasonValue',
    season: id,
    title: season?.title ?? id,
    node,
    path,
    before: before ?? numberAt(usual),
    after: after ?? numberAt(usual),
  } as const;
  if (season === undefined || before === after) return { flow, step };
  const others = season.values.filter((other) => other.node !== node || other.path !== path);
  const values =
    after === undefined
      ? others
      : before === undefined
        ? [...others, { node, path, value: after }]
        : season.values.map((other) => (other.node === node && other.path === path ? { ...other, value: after } : other));
  return { flow: withSeason(flow, { ...season, values }), step };
}

function numberAt(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function withSeason(flow: Flow, season: FlowSeason): Flow {
  return { ...flow, seasons: (flow.seasons ?? []).map((other) => (other.id === season.id ? season : other)) };
}

/** The flow with every season's values run through `change`: none, one or several in the place of each. The very flow where nothing changes. */
export function mapSeasonValues(flow: Flow, change: (value: SeasonValue) => readonly SeasonValue[]): Flow {
  const seasons = flow.seasons?.map((season) => {
    const values = season.values.flatMap(change);
    const same = values.length === season.values.length && values.every((value, at) => value === season.values[at]);
    return same ? season : { ...season, values };
  });
  return seasons === undefined || seasons.every((season, at) => season === flow.seasons?.[at]) ? flow : { ...flow, seasons };
}

/** Keeps a node's season numbers at their place after its config changed: items of lists go by their id, numbers that are gone are dropped. */
export function followConfig(flow: Flow, node: string, [before, after]: readonly [before: Json, after: Json]): Flow {
  return mapSeasonValues(flow, (value) => {
    if (value.node !== node || typeof readPath(before, value.path) !== 'number') return [value];
    const path = movedPath(value.path.split('.'), before, after);
    if (path === undefined || typeof readPath(after, path) !== 'number') return [];
    return [path === value.path ? value : { ...value, path }];
  });
}

/** Where a path leads to the same thing after a change; undefined where it is gone. */
function movedPath(names: readonly string[], before: Json | undefined, after: Json | undefined): string | undefined {
  const [name, ...rest] = names;
  if (name === undefined) return '';
  const inner = readPath(before, name);
  const id = Array.isArray(before) ? readPath(inner, 'id') : undefined;
  const at = typeof id === 'string' && Array.isArray(after) ? String(after.findIndex((item: Json) => readPath(item, 'id') === id)) : name;
  if (at === '-1') return undefined;
  const further = movedPath(rest, inner, readPath(after, at));
  return further === undefined ? undefined : further === '' ? at : `${at}.${further}`;
}
