// The room a layout gives a card before it is drawn follows from its config alone; kinds that list ways out have to be known to it.
import { dataSchemaOf } from '@tierflow/compiler';
import { flowSchema, guessedSize } from '@tierflow/flow';
import { expect, test } from 'vitest';
import { nodeKinds } from '../src/index.ts';

const flow = flowSchema.parse({
  format: 'tierflow/flow@1',
  id: 'sizes',
  title: 'Sizes',
  timeZone: 'UTC',
  data: { customers: { key: 'id', fields: [] }, orders: { customer: 'id', time: 'day', fields: [{ name: 'day', type: 'date' }] } },
  nodes: [],
  edges: [],
});
const { schema: data } = dataSchemaOf(flow);
const collections = new Map(data.collections.map((collection) => [collection.name, collection]));

test.each([...nodeKinds.values()].filter((kind) => kind.group !== 'canvas'))('$kind: rows for its ways out', (kind) => {
  const config = kind.defaults({ scope: new Map(), collections, data, flow });
  const ways = kind.ports(config, flow).filter((port) => port.remainder !== true);
  const rows = ways.length > 1 || ways[0]?.tier !== undefined;
  const known = guessedSize({ id: 'one', kind: kind.kind, config: config as never }).ports ?? [];
  if (rows) expect(known).toEqual(ways.map((port) => port.id));
  else expect(known.length).toBeLessThanOrEqual(1);
});

test('a tier that is held has the rows of the tiers node that made it', () => {
  const tiers = {
    id: 'grades',
    kind: 'tiers',
    config: {
      on: 'points',
      bands: [
        { id: 'gold', from: 60 },
        { id: 'silver', from: null },
      ],
      as: 'tier',
    },
  };
  const held = { id: 'held', kind: 'stability', config: { of: 'tier' } };
  expect(guessedSize(held, [tiers, held]).ports).toEqual(['gold', 'silver']);
  expect(guessedSize(held, [held]).ports).toBeUndefined();
});
