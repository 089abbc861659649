// Kind `percentile`: where somebody stands among all who arrive.
import { defineNode } from '@tierflow/compiler';
import { checkPercentile } from './check.ts';
import { type PercentileConfig, percentileConfig } from './config.ts';
import { percentileForm } from './form.ts';
import { lowerPercentile } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizePercentile } from './summary.ts';

export const percentile = defineNode<PercentileConfig>({
  kind: 'percentile',
  group: 'score',
  icon: 'percentage',
  version: 1,
  input: 'people',
  schema: percentileConfig,
  defaults: ({ scope }) => {
    const number = [...scope.values()].findLast((info) => info.type === 'number');
    return percentileConfig.parse({ field: number?.name ?? 'amount' });
  },
  ports: () => [{ id: 'out' }],
  check: checkPercentile,
  lower: lowerPercentile,
  summary: summarizePercentile,
  form: percentileForm,
  messages: { en, 'zh-CN': zh },
});
