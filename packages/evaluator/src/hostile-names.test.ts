import type { Definition, Expr } from '@tierflow/definition';
import { expect, test } from 'vitest';
import { decider } from './decider.ts';
import { sweep } from './sweep.ts';
import { tableOf } from './table-of.ts';

const canary = 'globalThis.escaped = true';

/** Names and texts that would run, break out or pollute if they were ever pasted into code or used as plain keys. */
const hostile = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  '',
  ' ',
  '\u2028',
  '\\',
  '\\u0027',
  `'];${canary};//`,
  `"];${canary};//`,
  `\`;${canary};//`,
  `\${${canary}}`,
  `');${canary};('`,
  `*/${canary}/*`,
  `\n${canary}\n`,
  `a']||(${canary})||r['`,
  `constructor.constructor("${canary}")()`,
  `process.getBuiltinModule("fs")`,
  `__defineGetter__`,
  `valueOf`,
  `K[0]`,
  `k0`,
  `f0`,
  `asOf`,
  `r`,
  `return 1`,
  `</script><script>${canary}</script>`,
  `客户"编号`,
];

function definitionFor(name: string): Definition {
  const field: Expr = { op: 'field', name };
  const line: Expr = { op: 'line', name };
  return {
    format: 'tierflow/definition@1',
    name,
    title: { en: name },
    version: 0,
    revision: 0,
    timeZone: 'UTC',
    requires: ['eq', 'max', 'concat'],
    input: {
      key: 'id',
      fields: [
        { name: 'id', type: 'string' },
        { name, type: 'string' },
      ],
      collections: [{ name: `${name}s`, fields: [{ name, type: 'string' }] }],
    },
    fittedOn: { asOf: '2026-01-01', generation: '1', rows: 0 },
    parameters: [],
    columns: [
      { id: name, node: 'n', type: 'string', expr: { op: 'call', fn: 'concat', args: [field, { op: 'literal', value: name }] } },
      {
        id: `${name}:same`,
        node: 'n',
        type: 'boolean',
        mask: true,
        expr: { op: 'call', fn: 'eq', args: [field, { op: 'literal', value: name }] },
      },
      { id: `${name}.last`, node: 'n', type: 'string', expr: { op: 'aggregate', fn: 'max', from: `${name}s`, value: line } },
    ],
    nodes: [],
    outputs: {
      tiers: [],
      scores: [],
      labels: [
        { name, column: name },
        { name: `${name} last`, column: `${name}.last` },
      ],
      segments: [{ id: name, title: { en: name }, mask: `${name}:same` }],
      playbooks: [],
    },
    vectors: [],
  };
}

test.each(hostile.map((name) => [JSON.stringify(name), name]))('%s is a name like any other', async (_, name) => {
  const definition = definitionFor(name);
  const record = Object.fromEntries([
    ['id', 'c1'],
    [name, name],
    [`${name}s`, [Object.fromEntries([[name, 'z']])]],
  ]);
  const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
  const generated = decider(definition).decide(record);
  expect(decider(definition, { mode: 'closures' }).decide(record)).toEqual(generated);
  expect(generated.segments).toEqual([name]);
  expect(Object.entries(generated.labels)).toEqual([
    [name, name + name],
    [`${name} last`, 'z'],
  ]);
  const { counts } = await sweep(definition, tableOf(definition.input, [record, { id: 'c2' }], 'UTC'), { asOf: '2026-01-01' });
  expect(counts[`${name}:same`]).toBe(1);
  // A record that lacks the field takes nothing from the prototype.
  expect(Object.values(decider(definition).decide({ id: 'c3' }).labels)).toEqual([name, null]);
  expect('escaped' in globalThis).toBe(false);
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
});
