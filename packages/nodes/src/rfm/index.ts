// Kind `rfm`: recency, frequency, monetary, their scores, and named groups.
import { defineNode } from '@tierflow/compiler';
import { checkRfm } from './check.ts';
import { type RfmConfig, rfmConfig } from './config.ts';
import { defaultRfm } from './defaults.ts';
import { rfmForm } from './form.ts';
import { lowerRfm } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeRfm } from './summary.ts';

export const rfm = defineNode<RfmConfig>({
  kind: 'rfm',
  group: 'score',
  icon: 'chart-grid-dots',
  version: 1,
  input: 'people',
  schema: rfmConfig,
  defaults: defaultRfm,
  ports: () => [{ id: 'out' }],
  check: checkRfm,
  lower: lowerRfm,
  summary: summarizeRfm,
  form: rfmForm,
  messages: { en, 'zh-CN': zh },
  face: 'rfm',
});
