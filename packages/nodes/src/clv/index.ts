// Kind `clv`: who still buys, how often they will buy, how much they will spend, and what that is worth.
import { defineNode } from '@tierflow/compiler';
import { guessPurchases } from '../purchases.ts';
import { checkClv } from './check.ts';
import { type ClvConfig, clvConfig } from './config.ts';
import { clvForm } from './form.ts';
import { lowerClv } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeClv } from './summary.ts';

export const clv = defineNode<ClvConfig>({
  kind: 'clv',
  group: 'score',
  icon: 'coins',
  version: 1,
  input: 'people',
  schema: clvConfig,
  defaults: ({ collections }) => {
    const { from = 'orders', value = 'amount' } = guessPurchases(collections) ?? {};
    return clvConfig.parse({ from, value });
  },
  ports: () => [{ id: 'out' }],
  check: checkClv,
  lower: lowerClv,
  summary: summarizeClv,
  form: clvForm,
  messages: { en, 'zh-CN': zh },
  face: 'clv',
});
