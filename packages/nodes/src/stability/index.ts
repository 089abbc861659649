// Kind `stability`: a tier does not change at every wobble of the score, and a decided one holds until its day.
import { defineNode } from '@tierflow/compiler';
import { checkStability } from './check.ts';
import { type StabilityConfig, stabilityConfig } from './config.ts';
import { stabilityForm } from './form.ts';
import { lowerStability } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { stabilityPorts } from './ports.ts';
import { summarizeStability } from './summary.ts';

export const stability = defineNode<StabilityConfig>({
  kind: 'stability',
  group: 'tier',
  icon: 'anchor',
  version: 1,
  input: 'people',
  schema: stabilityConfig,
  defaults: ({ scope }) => ({
    of: [...scope.values()].findLast((info) => info.tiers !== undefined)?.name ?? 'tier',
    grace: { days: 30 },
    oneStep: false,
    missing: 'unassigned',
    as: 'stableTier',
  }),
  ports: stabilityPorts,
  check: checkStability,
  lower: lowerStability,
  summary: summarizeStability,
  form: stabilityForm,
  messages: { en, 'zh-CN': zh },
  face: 'stability',
});
