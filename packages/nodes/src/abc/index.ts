// Kind `abc`: classes by the part of the total that people bring, biggest first.
import { defineNode } from '@tierflow/compiler';
import { amountNames } from '../purchases.ts';
import { checkAbc } from './check.ts';
import { type AbcConfig, abcConfig } from './config.ts';
import { abcForm } from './form.ts';
import { lowerAbc } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeAbc } from './summary.ts';

export const abc = defineNode<AbcConfig>({
  kind: 'abc',
  group: 'score',
  icon: 'chart-area-line',
  version: 1,
  input: 'people',
  schema: abcConfig,
  defaults: ({ scope }) => {
    const numbers = [...scope.values()].filter((info) => info.type === 'number');
    const money = numbers.findLast((info) => amountNames.test(info.name));
    return abcConfig.parse({ value: (money ?? numbers.at(-1))?.name ?? 'amount' });
  },
  ports: () => [{ id: 'out' }],
  check: checkAbc,
  lower: lowerAbc,
  summary: summarizeAbc,
  form: abcForm,
  face: 'abc',
  messages: { en, 'zh-CN': zh },
});
