// Kind `split`: people in groups of given shares by a stable draw, for hold-outs and tests.
import { defineNode } from '@tierflow/compiler';
import { checkSplit } from './check.ts';
import { type SplitConfig, splitConfig } from './config.ts';
import { splitForm } from './form.ts';
import { lowerSplit } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { splitPorts } from './ports.ts';
import { summarizeSplit } from './summary.ts';

export const split = defineNode<SplitConfig>({
  kind: 'split',
  group: 'filter',
  icon: 'chart-pie',
  version: 1,
  input: 'people',
  schema: splitConfig,
  defaults: ({ flow }) => ({
    shares: [
      { id: 'treated', title: { en: 'Treated', 'zh-CN': '实验组' }, share: 0.9 },
      { id: 'holdout', title: { en: 'Hold-out', 'zh-CN': '对照组' }, share: 0.1 },
    ],
    salt: `${flow.id}-${flow.nodes.filter((node) => node.kind === 'split').length + 1}`,
  }),
  ports: splitPorts,
  check: checkSplit,
  lower: lowerSplit,
  summary: summarizeSplit,
  form: splitForm,
  messages: { en, 'zh-CN': zh },
  face: 'split',
});
