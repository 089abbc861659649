// Editing in a season: a command is carried out on the flow as it is in the season, and what it did is taken back to the flow
// itself. Numbers that got another value become the season's; everything else belongs to all seasons.
import type { Json } from '@tierflow/definition';
import { readPath, sameJson } from '../path.ts';
import type { Flow, FlowNode, FlowSeason } from '../schema.ts';
import { flowInSeason } from '../seasons.ts';
import type { Change, Command, Step } from './change.ts';
import { setSeasonValue } from './seasons.ts';

/** Steps that are about the seasons themselves, or put another content in the flow's place. */
const plain: ReadonlySet<Step['code']> = new Set(['putSeason', 'removeSeason', 'setSeasonValue', 'replace']);

/** The command as it is carried out while a season is edited; a season that is not there changes nothing of it. */
export function inSeason(id: string, command: Command): Command {
  return (flow) => {
    const season = flow.seasons?.find((other) => other.id === id);
    if (season === undefined) return command(flow);
    const seen = flowInSeason(flow, season);
    const change = command(seen);
    if (plain.has(change.step.code)) return command(flow);
    if (change.flow === seen || change.flow === flow) return { ...change, flow };
    return takenBack({ flow, season, seen }, change);
  };
}

interface Edited {
  readonly flow: Flow;
  readonly season: FlowSeason;
  /** The flow as it is in the season. */
  readonly seen: Flow;
}

function takenBack({ flow, season, seen }: Edited, change: Change): Change {
  const usual = new Map(flow.nodes.map((node) => [node.id, node]));
  const before = new Map(seen.nodes.map((node) => [node.id, node]));
  const numbers: { readonly node: string; readonly path: string; readonly value: number }[] = [];
  const nodes = change.flow.nodes.map((node): FlowNode => {
    const [mine, was] = [usual.get(node.id), before.get(node.id)];
    if (mine === undefined || was === undefined) return node;
    if (node === mine || node === was) return mine;
    if (node.config === was.config) return { ...node, config: mine.config };
    const found: Found[] = [];
    const config = usualOf(node.config, { seen: was.config, usual: mine.config }, { path: '', found }) as FlowNode['config'];
    numbers.push(...found.map((number) => ({ node: node.id, ...number })));
    const next = { ...node, config };
    return sameJson(next, mine) ? mine : next;
  });
  const same = nodes.length === flow.nodes.length && nodes.every((node, at) => node === flow.nodes[at]);
  const whole: Flow = { ...change.flow, nodes: same ? flow.nodes : nodes };
  const [only] = numbers;
  const put = numbers.reduce((content, number) => setSeasonValue(content, season.id, number).flow, whole);
  const step = only !== undefined && numbers.length === 1 ? setSeasonValue(whole, season.id, only).step : change.step;
  return { ...change, flow: put, step };
}

interface Found {
  readonly path: string;
  readonly value: number;
}

interface Known {
  /** What stood there in the season. */
  readonly seen: Json | undefined;
  readonly usual: Json | undefined;
}

interface Place {
  readonly path: string;
  readonly found: Found[];
}

/** The usual value behind an edited one: numbers that only got another value stay as they were and are found. */
function usualOf(next: Json, { seen, usual }: Known, { path, found }: Place): Json {
  if (typeof next === 'number' && typeof seen === 'number' && typeof usual === 'number') {
    if (next !== seen) found.push({ path, value: next });
    return usual;
  }
  if (typeof next !== 'object' || next === null || typeof seen !== 'object' || seen === null) return next;
  const inner = (name: string, from: string): Json => {
    const known = { seen: readPath(seen, from), usual: readPath(usual, from) };
    return usualOf(readPath(next, name) ?? null, known, { path: path === '' ? name : `${path}.${name}`, found });
  };
  if (!Array.isArray(next)) return Object.fromEntries(Object.keys(next).map((name) => [name, inner(name, name)]));
  if (!Array.isArray(seen)) return next;
  const ids = seen.map((item: Json) => readPath(item, 'id'));
  const named = ids.length > 0 && ids.every((id) => typeof id === 'string');
  if (!named && next.length !== seen.length) return next;
  return next.map((item: Json, at) => {
    const id = readPath(item, 'id');
    const from = named ? (typeof id === 'string' ? ids.indexOf(id) : -1) : at;
    return from < 0 ? item : inner(String(at), String(from));
  });
}
