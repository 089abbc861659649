// Ribbons never show more people than there are; parallel branches with the same people are lines.
import type { NodeCount } from '@tierflow/api';
import type { Compilation, NodeFacts } from '@tierflow/compiler';
import { edgeKey, type Flow } from '@tierflow/flow';
import { expect, test } from 'vitest';
import { edgeFacts, edgeWidth } from './edge-facts.ts';

const flow: Flow = {
  format: 'tierflow/flow@1',
  id: 'f',
  title: 'F',
  timeZone: 'UTC',
  nodes: ['src', 'rfm', 'clv', 'sum', 'tiers', 'call', 'mail'].map((id) => ({ id, kind: 'k', config: {} })),
  edges: [
    { from: 'src', to: 'rfm' },
    { from: 'src', to: 'clv' },
    { from: 'rfm', to: 'sum' },
    { from: 'clv', to: 'sum' },
    { from: 'sum', to: 'tiers' },
    { from: 'tiers', port: 'vip', to: 'call' },
    { from: 'tiers', port: 'gold', to: 'mail' },
    { from: 'tiers', port: 'rest', to: 'mail' },
  ],
};

const count = (n: number, ports: Record<string, number> = { out: n }) => ({ n, of: 1000, ports }) as unknown as NodeCount;
const counts: Record<string, NodeCount> = {
  src: count(1000),
  rfm: count(1000),
  clv: count(1000),
  sum: count(1000),
  tiers: count(1000, { vip: 100, gold: 900, rest: 0 }),
  call: count(100),
  mail: count(900),
};
const node = (id: string, more: Partial<NodeFacts>) =>
  [id, { id, ports: [], makes: [], reads: [], ...more } as unknown as NodeFacts] as const;
const compilation = {
  diagnostics: [],
  nodes: new Map([
    node('rfm', { makes: ['recency', 'R', 'F', 'M'].map((name) => ({ name })) as unknown as NodeFacts['makes'] }),
    node('clv', { makes: [{ name: 'clv' }] as unknown as NodeFacts['makes'] }),
    node('sum', { reads: ['R', 'F', 'M'] }),
    node('tiers', {
      ports: [
        { id: 'vip', tier: 0 },
        { id: 'gold', tier: 1 },
        { id: 'rest', remainder: true },
      ],
    }),
  ]),
} as unknown as Compilation;

const facts = edgeFacts(flow, { count: (id) => counts[id], current: () => true, compilation });

test('branches with the same people are lines that name what they bring; one way on is a ribbon', () => {
  expect(facts.get('src:out>rfm')?.shape).toBe('line');
  expect(facts.get('rfm:out>sum')).toMatchObject({ shape: 'line', columns: ['R', 'F', 'M'] });
  expect(facts.get('clv:out>sum')).toMatchObject({ shape: 'line', columns: ['clv'] });
  expect(facts.get('sum:out>tiers')).toMatchObject({ shape: 'ribbon', columns: [], n: 1000 });
});

test('ribbons into a card together show no more people than it counts', () => {
  for (const { id } of flow.nodes) {
    const ribbons = flow.edges.filter((edge) => edge.to === id && facts.get(edgeKey(edge))?.shape === 'ribbon');
    const people = ribbons.reduce((sum, edge) => sum + (facts.get(edgeKey(edge))?.n ?? 0), 0);
    expect(people).toBeLessThanOrEqual(counts[id]?.n ?? 0);
  }
});

test('tiers carry their place, the remainder says so, widths follow the people', () => {
  expect(facts.get('tiers:vip>call')).toMatchObject({ tier: { place: 0, of: 2 }, n: 100, share: 0.1 });
  expect(facts.get('tiers:rest>mail')).toMatchObject({ remainder: true, n: 0 });
  const width = (key: string) => edgeWidth(facts.get(key)!);
  expect(width('sum:out>tiers')).toBe(28);
  expect(width('tiers:vip>call')).toBeCloseTo(2.8);
  expect(width('tiers:rest>mail')).toBe(2);
});

test('without counts nothing is claimed', () => {
  const unknown = edgeFacts(flow, { count: () => undefined, current: () => false, compilation: null });
  expect([...unknown.values()].every((each) => each.n === null && !each.current)).toBe(true);
});
