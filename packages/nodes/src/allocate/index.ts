// Kind `allocate`: places and money that are not enough for everybody, given to those for whom they bring most.
import { defineNode } from '@tierflow/compiler';
import { checkAllocate } from './check.ts';
import { type AllocateConfig, allocateConfig } from './config.ts';
import { defaultOffers } from './defaults.ts';
import { allocateForm } from './form.ts';
import { lowerAllocate } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { allocatePorts } from './ports.ts';
import { summarizeAllocate } from './summary.ts';

export const allocate = defineNode<AllocateConfig>({
  kind: 'allocate',
  group: 'act',
  icon: 'scale',
  version: 1,
  input: 'people',
  schema: allocateConfig,
  defaults: defaultOffers,
  ports: allocatePorts,
  check: checkAllocate,
  lower: lowerAllocate,
  summary: summarizeAllocate,
  form: allocateForm,
  messages: { en, 'zh-CN': zh },
  face: 'allocate',
});
