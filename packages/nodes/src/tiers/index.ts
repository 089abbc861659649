// Kind `tiers`: exclusive, ordered grades by a score, with the people who get none shown.
import { defineNode } from '@tierflow/compiler';
import { checkTiers } from './check.ts';
import { type TiersConfig, tiersConfig } from './config.ts';
import { tiersForm } from './form.ts';
import { lowerTiers } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { tierPorts } from './ports.ts';
import { summarizeTiers } from './summary.ts';

export const tiers = defineNode<TiersConfig>({
  kind: 'tiers',
  group: 'tier',
  icon: 'stairs-up',
  version: 1,
  input: 'people',
  schema: tiersConfig,
  defaults: ({ scope }) => {
    const numbers = [...scope.values()].filter((info) => info.type === 'number');
    const on = (numbers.findLast((info) => info.node !== undefined) ?? numbers[0])?.name ?? 'score';
    return {
      on,
      topShare: [
        { id: 'high', title: { en: 'High', 'zh-CN': '高' }, share: 0.2 },
        { id: 'middle', title: { en: 'Middle', 'zh-CN': '中' }, share: 0.3 },
        { id: 'low', title: { en: 'Low', 'zh-CN': '低' }, share: 0.5 },
      ],
    };
  },
  ports: tierPorts,
  check: checkTiers,
  lower: lowerTiers,
  summary: summarizeTiers,
  form: tiersForm,
  messages: { en, 'zh-CN': zh },
  face: 'tiers',
});
