// A flow in a season: its nodes with the season's numbers put in.
import { parseDay, seasonOn } from '@tierflow/definition';
import { readPath, writePath } from './path.ts';
import type { Flow, FlowNode, FlowSeason } from './schema.ts';

/** The flow as it is in a season. Values whose place holds no number are left out; nodes without values stay the very same. */
export function flowInSeason(flow: Flow, season: FlowSeason): Flow {
  const changed = new Set(season.values.map((value) => value.node));
  return { ...flow, nodes: flow.nodes.map((node) => (changed.has(node.id) ? nodeInSeason(node, season) : node)) };
}

function nodeInSeason(node: FlowNode, season: FlowSeason): FlowNode {
  const config = season.values.reduce((before, { node: owner, path, value }) => {
    if (owner !== node.id || typeof readPath(before, path) !== 'number') return before;
    return (writePath(before, path, value) ?? {}) as FlowNode['config'];
  }, node.config);
  return { ...node, config };
}

/** The season that holds on a civil day; none for a text that is no day. */
export function flowSeasonOn(flow: Flow, day: string): FlowSeason | undefined {
  const number = parseDay(day);
  return number === undefined ? undefined : seasonOn(flow.seasons, number);
}

/** The flow as it is on a civil day. */
export function flowOn(flow: Flow, day: string): Flow {
  const season = flowSeasonOn(flow, day);
  return season === undefined ? flow : flowInSeason(flow, season);
}

/** What a season puts in a place of a node; undefined where it leaves the usual number. */
export function seasonValueOf(season: FlowSeason, node: string, path: string): number | undefined {
  return season.values.find((value) => value.node === node && value.path === path)?.value;
}
