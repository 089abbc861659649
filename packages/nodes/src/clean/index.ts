// Kind `clean`: mends values and sets people with bad ones apart, each with the reason.
import { defineNode } from '@tierflow/compiler';
import { checkClean } from './check.ts';
import { type CleanConfig, cleanConfig } from './config.ts';
import { cleanForm } from './form.ts';
import { lowerClean } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeClean } from './summary.ts';

export const clean = defineNode<CleanConfig>({
  kind: 'clean',
  group: 'data',
  icon: 'brush',
  version: 1,
  input: 'people',
  schema: cleanConfig,
  defaults: ({ scope }) => {
    const text = [...scope.values()].find((info) => info.type === 'string' && info.node === undefined);
    return cleanConfig.parse({ rules: [{ do: 'trim', field: text?.name ?? 'name' }] });
  },
  ports: () => [
    { id: 'out', title: { en: 'Clean', 'zh-CN': '合格' } },
    { id: 'quarantined', title: { en: 'Quarantined', 'zh-CN': '隔离' }, remainder: true },
  ],
  check: checkClean,
  lower: lowerClean,
  summary: summarizeClean,
  form: cleanForm,
  messages: { en, 'zh-CN': zh },
  face: 'clean',
});
