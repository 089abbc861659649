import { expect, test } from 'vitest';
import { diffFlows, sameContent } from '../diff.ts';
import { type Flow, flowSchema } from '../schema.ts';
import { leverOf, setLever } from './levers.ts';

const flow: Flow = flowSchema.parse({
  format: 'tierflow/flow@1',
  id: 'f',
  title: 'F',
  timeZone: 'Asia/Shanghai',
  nodes: [],
  edges: [],
  levers: [{ field: 'satisfaction', max: 5 }],
});

test('a field that cannot be changed is one step, told apart from a number of the same name in lines; its bounds stay', () => {
  const off = setLever(flow, { field: 'satisfaction' }, false);
  expect(off.step).toEqual({ code: 'setLever', name: 'satisfaction', actionable: false });
  expect(off.flow.levers).toEqual([{ field: 'satisfaction', max: 5, actionable: false }]);
  expect(sameContent(flow, off.flow)).toBe(false);
  expect(diffFlows(flow, off.flow).changes).toEqual([
    { type: 'flowChanged', fields: [{ path: 'levers.satisfaction actionable', before: undefined, after: false }] },
  ]);
  const lines = setLever(off.flow, { collection: 'orders', field: 'satisfaction' }, true);
  expect(lines.step).toMatchObject({ name: 'orders.satisfaction' });
  expect(leverOf(lines.flow, { field: 'satisfaction' })?.actionable).toBe(false);
  expect(leverOf(lines.flow, { collection: 'orders', field: 'satisfaction' })?.actionable).toBe(true);
  expect(leverOf(lines.flow, { collection: 'orders' })).toBe(undefined);
  expect(setLever(lines.flow, { field: 'satisfaction' }, false).flow).toBe(lines.flow);
  expect(flowSchema.parse(lines.flow)).toEqual(lines.flow);
});
