// Adding nodes: which kinds fit a place, and the new node with a config to start from.
import type { NodeKind, Scope } from '@tierflow/compiler';
import { type AddOptions, addNode, defaultPort, type Flow, type FlowNode, freshId, type Point } from '@tierflow/flow';
import type { Studio } from '../app/studio.ts';
import { type QuickAdd, select } from '../app/ui-store.ts';

const cardWidth = 244;

/** Where a node is put, and what it is connected to. */
export interface AddPlace extends Pick<QuickAdd, 'from' | 'to' | 'splice'> {
  /** Top left corner on the canvas. */
  readonly at: Point;
}

/** Whether a kind can stand at a place. */
export function fits(kind: NodeKind, place: Pick<QuickAdd, 'from' | 'to' | 'splice'>): boolean {
  if (kind.group === 'canvas') return place.from === undefined && place.to === undefined && place.splice === undefined;
  const takes = kind.input !== 'none';
  if (place.splice !== undefined) return takes && kind.group !== 'act';
  if (place.from !== undefined) return takes;
  return place.to === undefined || kind.group !== 'act';
}

/** Adds a node of a kind, selects it, and answers its id. What is not given is as the kind proposes it. */
export function addKind(
  studio: Studio,
  kind: NodeKind,
  place: AddPlace,
  given: Pick<FlowNode, 'title'> & Partial<Pick<FlowNode, 'config'>> = {},
): string | undefined {
  const flow = studio.document.getState().history?.present;
  if (flow === undefined) return undefined;
  const node: FlowNode = {
    id: freshId(new Set(flow.nodes.map((other) => other.id)), kind.kind),
    kind: kind.kind,
    config: kind.defaults({
      scope: scopeAt(studio, flow, place),
      collections: studio.facts.collections(),
      data: studio.facts.schema(),
      flow,
    }) as FlowNode['config'],
    ...given,
  };
  const at = place.splice === undefined ? freePlace(studio, flow, place.at) : place.at;
  studio.document.run((present) => addNode(present, node, optionsOf(kind, node, present, { ...place, at })));
  select(studio.ui, [node.id]);
  return node.id;
}

/** The place itself, or the next one below it where a card would cover another. */
function freePlace(studio: Studio, flow: Flow, at: Point): Point {
  const facts = studio.factsStore.getState().compilation?.nodes;
  const boxes = flow.nodes.map((node) => {
    const corner = flow.layout?.[node.id] ?? { x: 0, y: 0 };
    return { ...corner, height: 116 + 26 * Math.max(0, (facts?.get(node.id)?.ports.length ?? 1) - 1) };
  });
  const free = (y: number) => boxes.every((box) => Math.abs(box.x - at.x) >= cardWidth || y >= box.y + box.height + 8 || y + 124 <= box.y);
  let { y } = at;
  for (let tries = 0; tries < 60 && !free(y); tries += 1) y += 24;
  return { x: at.x, y };
}

function optionsOf(kind: NodeKind, node: FlowNode, flow: Flow, { at, from, to, splice }: AddPlace): AddOptions {
  const out = kind.ports(node.config, flow)[0]?.id;
  if (splice !== undefined) return { at, splice: { edge: splice, ...portIn(out) } };
  if (from !== undefined) return { at, connect: { from: from.node, ...portIn(from.port), to: node.id } };
  return to === undefined ? { at } : { at, connect: { from: node.id, ...portIn(out), to: to.node } };
}

/** The port as an edge writes it: the default one is left out. */
export function portIn(port: string | undefined): { readonly port?: string } {
  return port === undefined || port === defaultPort ? {} : { port };
}

/** Columns of the people that will arrive; where nothing is connected, those of the first source. */
function scopeAt(studio: Studio, flow: Flow, place: AddPlace): Scope {
  const nodes = studio.factsStore.getState().compilation?.nodes;
  const before = place.from?.node ?? place.splice?.from ?? flow.nodes.find((node) => studio.kinds.get(node.kind)?.input === 'none')?.id;
  const facts = before === undefined ? undefined : nodes?.get(before);
  return new Map([...(facts?.scope ?? new Map()), ...(facts?.makes ?? []).map((column) => [column.name, column] as const)]);
}
