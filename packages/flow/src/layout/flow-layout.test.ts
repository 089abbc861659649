import { expect, test } from 'vitest';
import { flowSchema } from '../schema.ts';
import { flowLayout } from './flow-layout.ts';
import { guessedSize } from './guessed-size.ts';

const stages = ['prospect', 'new', 'loyal', 'active', 'dormant', 'lost'].map((id) => ({ id }));
const flow = flowSchema.parse({
  format: 'tierflow/flow@1',
  id: 'two-branches',
  title: 'Two branches',
  timeZone: 'UTC',
  nodes: [
    { id: 'src', kind: 'source', config: { data: 'customers' } },
    { id: 'life', kind: 'lifecycle', config: { from: 'orders', stages } },
    { id: 'value', kind: 'clv', config: { from: 'orders' } },
    { id: 'abc', kind: 'abc', config: { value: 'spend', shares: [0.8, 0.95] } },
  ],
  edges: ['life', 'value', 'abc'].map((to) => ({ from: 'src', to })),
});

test('cards with many ways out have room before they are drawn', () => {
  const layout = flowLayout(flow);
  const boxes = flow.nodes.map((node) => ({ ...layout[node.id], ...guessedSize(node) }));
  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      const apart = Math.abs((one.x ?? 0) - (other.x ?? 0)) >= one.width;
      const below = (one.y ?? 0) + one.height <= (other.y ?? 0) || (other.y ?? 0) + other.height <= (one.y ?? 0);
      expect(apart || below).toBe(true);
    }
  }
  expect(guessedSize(flow.nodes[1]).ports).toEqual(stages.map(({ id }) => id));
});
