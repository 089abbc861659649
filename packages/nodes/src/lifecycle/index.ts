// Kind `lifecycle`: the stage somebody is in, from the days of their purchases.
import { defineNode } from '@tierflow/compiler';
import { guessPurchases } from '../purchases.ts';
import { checkLifecycle } from './check.ts';
import { type LifecycleConfig, lifecycleConfig } from './config.ts';
import { lifecycleForm } from './form.ts';
import { lowerLifecycle } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { lifecyclePorts } from './ports.ts';
import { usualStages } from './stages.ts';
import { summarizeLifecycle } from './summary.ts';

export const lifecycle = defineNode<LifecycleConfig>({
  kind: 'lifecycle',
  group: 'tier',
  icon: 'timeline',
  version: 1,
  input: 'people',
  schema: lifecycleConfig,
  defaults: ({ collections }) => lifecycleConfig.parse({ from: guessPurchases(collections)?.from ?? 'orders', stages: usualStages }),
  ports: lifecyclePorts,
  check: checkLifecycle,
  lower: lowerLifecycle,
  summary: summarizeLifecycle,
  form: lifecycleForm,
  face: 'lifecycle',
  messages: { en, 'zh-CN': zh },
});
