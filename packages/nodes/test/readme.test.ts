// The examples of the READMEs of the compiler and of the kinds.
import { compile, dataSchemaOf, messageOf } from '@tierflow/compiler';
import { flowSchema } from '@tierflow/flow';
import { expect, it } from 'vitest';
import { nodeKinds } from '../src/index.ts';

const flow = flowSchema.parse({
  format: 'tierflow/flow@1',
  id: 'readme',
  title: 'Readme',
  timeZone: 'UTC',
  data: { customers: { key: 'id', fields: [{ name: 'spend', type: 'number' }] } },
  nodes: [
    { id: 'src', kind: 'source', config: { data: 'customers' } },
    { id: 'tiers', kind: 'tiers', config: { on: 'spned', bands: [{ id: 'high', from: 100 }] } },
  ],
  edges: [{ from: 'src', to: 'tiers' }],
});

it('compiles, explains and answers what arrives', () => {
  const { schema } = dataSchemaOf(flow);
  const { definition, diagnostics, nodes } = compile(flow, nodeKinds, schema);
  const sentences = diagnostics.map((remark) => messageOf(remark, 'zh-CN', nodeKinds));
  const arriving = [...(nodes.get('tiers')?.scope.keys() ?? [])];
  expect(definition?.nodes.map((node) => node.id)).toEqual(['src']);
  expect(sentences).toEqual(['此处没有名为“spned”的列，是否指“spend”？']);
  expect(diagnostics[0]?.repair).toEqual({ path: 'on', value: 'spend' });
  expect(arriving).toEqual(['id', 'spend']);
});

it('a kind says its ways out', () => {
  const filter = nodeKinds.get('filter');
  const ports = filter?.ports({ where: { all: [] }, unknown: 'rest' }, flow).map((port) => port.id);
  expect(ports).toEqual(['match', 'rest']);
});
