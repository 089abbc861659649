// Random flows over the schema of random records: every kind, every method, parallel branches that meet again,
// missing values throughout.
import type { Json } from '@tierflow/definition';
import { type Flow, type FlowEdge, flowSchema } from '@tierflow/flow';
import type { Random } from './random.ts';
import { type Config, type Made, makers, stability } from './random-nodes.ts';
import { randomInput } from './random-records.ts';

/** A node that people leave: its ports, and number and text columns known below it. */
interface Place {
  readonly id: string;
  readonly ports: readonly string[];
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
  /** Of a tiers node with a column. */
  readonly tiers?: Made['tiers'];
}

interface Drawing {
  readonly random: Random;
  readonly nodes: { id: string; kind: string; config: { [name: string]: Json } }[];
  readonly edges: FlowEdge[];
  readonly playbooks: string[];
}

/** What was drawn, as labels for a coverage table: kinds, methods, rules. */
export function featuresOf(flow: Flow): readonly string[] {
  const incoming = new Map<string, number>();
  for (const edge of flow.edges) incoming.set(edge.to, (incoming.get(edge.to) ?? 0) + 1);
  return flow.nodes.flatMap((node) => {
    const { method, missing, unknown, closed, groups, priority } = node.config;
    const labels: Json[] = [
      method,
      missing && `missing ${missing}`,
      unknown && `unknown to ${unknown}`,
      closed && `closed ${closed}`,
      typeof groups === 'string' && `groups ${groups}`,
    ].filter((label): label is string => typeof label === 'string');
    const scales = Array.isArray(node.config.parts) ? node.config.parts.map((part) => `scale ${(part as Config).scale}`) : [];
    const ways = ['bands', 'topShare', 'topCount', 'window', 'from', 'range', 'margin', 'grace', 'stay', 'overrides', 'overrideBy'].filter(
      (name) => node.config[name] !== undefined,
    );
    const several = (incoming.get(node.id) ?? 0) > 1 ? ['several edges', ...(priority === undefined ? [] : ['priority'])] : [];
    return [node.kind, ...[...labels, ...scales, ...ways, ...several].map((label) => `${node.kind}: ${label}`)];
  });
}

const numberFields = ['n1', 'n2'];
const textFields = ['s1', 's2'];

/** A flow of a source and `size` further nodes. */
export function randomFlow(random: Random, size: number): Flow {
  const drawing: Drawing = { random, nodes: [], edges: [], playbooks: [] };
  drawing.nodes.push({ id: 'src', kind: 'source', config: { data: random.chance(0.85) ? 'customers' : 'orders' } });
  const places: Place[] = [{ id: 'src', ports: ['out'], numbers: numberFields, texts: textFields }];
  for (let at = 1; at <= size; at++) {
    const place = drawNode(`x${at}`, places, drawing);
    places.push(place, ...drawHeld(`h${at}`, place, drawing));
  }
  for (let at = 0; at < 2; at++) drawPlaybook(`p${at}`, random.pick(places), drawing);
  return flowSchema.parse({
    format: 'tierflow/flow@1',
    id: 'random',
    title: 'Random',
    timeZone: 'Asia/Shanghai',
    data: {
      customers: { key: 'id', fields: randomInput.fields },
      orders: { customer: 'id', time: 'at', fields: randomInput.collections[0]?.fields ?? [] },
    },
    nodes: drawing.nodes,
    edges: drawing.edges,
    playbooks: drawing.playbooks.map((id) => ({ id, title: id })),
  });
}

function connect(from: Place, to: string, { random, edges }: Drawing): void {
  const port = random.pick(from.ports);
  if (!edges.some((edge) => edge.from === from.id && edge.to === to && edge.port === port)) edges.push({ from: from.id, port, to });
}

function drawPlaybook(id: string, from: Place, drawing: Drawing): void {
  drawing.nodes.push({ id, kind: 'playbook', config: { playbook: id, priority: 1 + drawing.random.integer(9) } });
  drawing.playbooks.push(id);
  connect(from, id, drawing);
}

/** Sometimes the tiers of a node are held. */
function drawHeld(id: string, from: Place, { random, nodes, edges }: Drawing): readonly Place[] {
  if (from.tiers === undefined || random.chance(0.5)) return [];
  const { kind, config, ports = [], texts = [] } = stability(id, from.tiers, from.texts, random);
  nodes.push({ id, kind, config });
  edges.push(...from.ports.map((port) => ({ from: from.id, port, to: id })));
  return [{ id, ports, numbers: from.numbers, texts: [...from.texts, ...texts] }];
}

function drawNode(id: string, places: readonly Place[], drawing: Drawing): Place {
  const { random } = drawing;
  const above = [random.pick(places)];
  while (random.chance(0.3) && above.length < 3) above.push(random.pick(places));
  for (const place of above) connect(place, id, drawing);
  const scope = {
    numbers: [...new Set(above.flatMap((place) => place.numbers))],
    texts: [...new Set(above.flatMap((place) => place.texts))],
  };
  const { kind, config, ports = ['out'], numbers = [], texts = [], tiers } = random.pick(makers)(id, scope, random);
  const priority = above.length > 1 && random.chance(0.3) ? { priority: [...new Set(above.map((place) => place.id))].reverse() } : {};
  drawing.nodes.push({ id, kind, config: { ...config, ...priority } });
  const below = { id, ports, numbers: [...scope.numbers, ...numbers], texts: [...scope.texts, ...texts] };
  return tiers === undefined ? below : { ...below, tiers };
}
