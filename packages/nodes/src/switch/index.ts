// Kind `switch`: several ways out by condition; the first case that matches wins.
import { defineNode } from '@tierflow/compiler';
import { checkSwitch } from './check.ts';
import { type SwitchConfig, switchConfig } from './config.ts';
import { switchForm } from './form.ts';
import { lowerSwitch } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { switchPorts } from './ports.ts';
import { summarizeSwitch } from './summary.ts';

export const switchKind = defineNode<SwitchConfig>({
  kind: 'switch',
  group: 'filter',
  icon: 'arrows-split',
  version: 1,
  input: 'people',
  schema: switchConfig,
  defaults: () => ({ cases: [{ id: 'first', title: { en: 'First', 'zh-CN': '第一类' }, where: { any: [] } }] }),
  ports: switchPorts,
  check: checkSwitch,
  lower: lowerSwitch,
  summary: summarizeSwitch,
  form: switchForm,
  messages: { en, 'zh-CN': zh },
});
