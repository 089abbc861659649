// Three small kinds, enough to drive every pass: a source, a split by a condition, a column by a formula.

import type { Flow } from '@tierflow/flow';
import { z } from 'zod';
import {
  type Condition,
  call,
  compile,
  conditionSchema,
  dataSchemaOf,
  defineNode,
  exprOf,
  gather,
  type KindRegistry,
  type NodeKind,
  sourceFields,
} from '../src/index.ts';

const words = {
  en: { name: 'Toy', about: 'A toy.', 'toy.bad': 'Bad {what}.' },
  'zh-CN': { name: '玩具', about: '玩具。', 'toy.bad': '错误：{what}。' },
};
const frame = { icon: 'box', version: 1, form: [], messages: words, summary: () => ({ en: 'A toy' }) } as const;

const everybody = defineNode<object>({
  ...frame,
  kind: 'everybody',
  group: 'data',
  input: 'none',
  schema: z.strictObject({}),
  defaults: () => ({}),
  ports: () => [{ id: 'out' }],
  check: () => ({ diagnostics: [], reads: [] }),
  lower: ({ data }) => ({
    ports: [{ id: 'out' }],
    source: { fields: sourceFields(data).map((field) => ({ ...field, expr: { op: 'field', name: field.name } })) },
  }),
});

const split = defineNode<{ readonly where: Condition }>({
  ...frame,
  kind: 'split',
  group: 'filter',
  input: 'people',
  schema: z.strictObject({ where: conditionSchema }),
  defaults: () => ({ where: { all: [] } }),
  ports: () => [{ id: 'yes' }, { id: 'no', remainder: true }],
  check: ({ config, condition }) => gather([condition(config.where, 'where')]),
  lower: ({ config, condition, own }) => ({
    columns: [
      { id: 'met', type: 'boolean', expr: exprOf(condition(config.where, 'where')) },
      { id: 'spare', type: 'number', expr: { op: 'literal', value: 1 } },
    ],
    ports: [
      { id: 'yes', when: own('met') },
      { id: 'no', when: call('not', call('isTrue', own('met'))) },
    ],
    unknown: call('isMissing', own('met')),
    segments: true,
  }),
});

const make = defineNode<{ readonly name: string; readonly expr: string; readonly answers?: boolean | undefined }>({
  ...frame,
  kind: 'make',
  group: 'score',
  input: 'people',
  schema: z.strictObject({ name: z.string(), expr: z.string(), answers: z.boolean().optional() }),
  defaults: () => ({ name: 'x', expr: '1' }),
  ports: () => [{ id: 'out' }],
  check: ({ config, value }) => gather([value({ expr: config.expr }, '')]),
  lower: ({ config, value }) => {
    const found = value({ expr: config.expr }, '');
    const answers = config.answers === true ? ({ answers: true } as const) : {};
    return {
      columns: [{ id: 'made', name: config.name, type: found.type ?? 'number', expr: exprOf(found), ...answers }],
      ports: [{ id: 'out' }],
    };
  },
});

const scribble = defineNode<object>({
  ...frame,
  kind: 'scribble',
  group: 'canvas',
  input: 'none',
  schema: z.strictObject({}),
  defaults: () => ({}),
  ports: () => [],
  check: () => ({ diagnostics: [], reads: [] }),
  lower: () => ({ ports: [] }),
});

const kinds: readonly NodeKind[] = [everybody, split, make, scribble];

export const toyKinds: KindRegistry = new Map(kinds.map((kind) => [kind.kind, kind]));

/** `src` comes first by itself; edges as `from:port>to`. */
export function toyFlow(nodes: readonly (readonly [id: string, kind: string, config: object])[], edges: readonly string[]): Flow {
  return {
    format: 'tierflow/flow@1',
    id: 'toy',
    title: 'Toy',
    timeZone: 'UTC',
    data: {
      people: {
        key: 'id',
        fields: [
          { name: 'a', type: 'number' },
          { name: 'b', type: 'number' },
          { name: 'city', type: 'string' },
        ],
      },
      orders: {
        customer: 'id',
        time: 'at',
        fields: [
          { name: 'at', type: 'date' },
          { name: 'amount', type: 'number' },
          { name: 'note', type: 'string' },
        ],
      },
    },
    nodes: [['src', 'everybody', {}] as const, ...nodes].map(([id, kind, config]) => ({
      id,
      kind,
      config: config as Flow['nodes'][number]['config'],
    })),
    edges: edges.map((edge) => {
      const [way = '', to = ''] = edge.split('>');
      const [from = '', port] = way.split(':');
      return { from, to, ...(port === undefined ? {} : { port }) };
    }),
  };
}

export function compiled(flow: Flow) {
  return compile(flow, toyKinds, dataSchemaOf(flow).schema);
}

/** `code@node` of each remark. */
export function told(flow: Flow): readonly string[] {
  return compiled(flow).diagnostics.map((found) => `${found.code}@${found.at.node ?? ''}`);
}
