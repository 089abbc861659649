// Kind `source`: where people enter the flow.
import { defineNode } from '@tierflow/compiler';
import { checkSource } from './check.ts';
import { type SourceConfig, sourceConfig } from './config.ts';
import { sourceForm } from './form.ts';
import { lowerSource } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeSource } from './summary.ts';

export const source = defineNode<SourceConfig>({
  kind: 'source',
  group: 'data',
  icon: 'database',
  version: 1,
  input: 'none',
  schema: sourceConfig,
  defaults: ({ data }) => ({ data: data.customers?.name ?? data.collections[0]?.name ?? 'customers' }),
  ports: () => [{ id: 'out' }],
  check: checkSource,
  lower: lowerSource,
  summary: summarizeSource,
  form: sourceForm,
  messages: { en, 'zh-CN': zh },
});
