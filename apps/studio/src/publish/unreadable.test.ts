// A draft whose definition cannot be read again is not published; fitted values may still be missing.
import type { Definition } from '@tierflow/definition';
import { expect, test } from 'vitest';
import { unreadableParts } from './unreadable.ts';

const definition: Definition = {
  format: 'tierflow/definition@1',
  name: 'shop',
  title: { en: 'Shop' },
  version: 0,
  revision: 0,
  timeZone: 'UTC',
  requires: [],
  input: { key: 'id', fields: [{ name: 'id', type: 'string' }], collections: [] },
  fittedOn: null,
  parameters: [],
  columns: [{ id: 'f.big', node: 'f', type: 'number', expr: { op: 'literal', value: 1 } }],
  nodes: [],
  outputs: { tiers: [], scores: [], labels: [], segments: [], playbooks: [] },
  vectors: [],
};

test('a fault is told at the node whose column it is in', () => {
  expect(unreadableParts({ definition })).toEqual([]);
  expect(unreadableParts(null)).toEqual([]);
  const broken = {
    ...definition,
    columns: definition.columns.map((column) => ({ ...column, expr: { op: 'column', id: 'gone' } as const })),
  };
  const [fault] = unreadableParts({ definition: broken });
  expect(fault).toMatchObject({
    code: 'publish.unreadable',
    severity: 'error',
    at: { node: 'f' },
    params: { fault: 'definition.unknown-column' },
  });
});
