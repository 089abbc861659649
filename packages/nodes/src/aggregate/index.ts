// Kind `aggregate`: features of a customer from the lines of a collection.
import { defineNode } from '@tierflow/compiler';
import { checkAggregate } from './check.ts';
import { type AggregateConfig, aggregateConfig } from './config.ts';
import { aggregateForm } from './form.ts';
import { lowerAggregate } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeAggregate } from './summary.ts';

export const aggregate = defineNode<AggregateConfig>({
  kind: 'aggregate',
  group: 'data',
  icon: 'sum',
  version: 1,
  input: 'people',
  schema: aggregateConfig,
  defaults: ({ collections }) => {
    const from = [...collections.keys()][0] ?? 'orders';
    return { from, features: [{ name: `${from}_count`, fn: 'count' }] };
  },
  ports: () => [{ id: 'out' }],
  check: checkAggregate,
  lower: lowerAggregate,
  summary: summarizeAggregate,
  form: aggregateForm,
  messages: { en, 'zh-CN': zh },
  face: 'aggregate',
});
