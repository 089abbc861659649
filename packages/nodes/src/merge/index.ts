// Kind `merge`: several branches become one again, each person once.
import { defineNode } from '@tierflow/compiler';
import { checkMerge } from './check.ts';
import { type MergeConfig, mergeConfig } from './config.ts';
import { mergeForm } from './form.ts';
import { lowerMerge } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeMerge } from './summary.ts';

export const merge = defineNode<MergeConfig>({
  kind: 'merge',
  group: 'combine',
  icon: 'arrow-merge',
  version: 1,
  input: 'people',
  schema: mergeConfig,
  defaults: () => ({}),
  ports: () => [{ id: 'out' }],
  check: checkMerge,
  lower: lowerMerge,
  summary: summarizeMerge,
  form: mergeForm,
  messages: { en, 'zh-CN': zh },
});
