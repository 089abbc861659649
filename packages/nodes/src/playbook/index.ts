// Kind `playbook`: what is done for the people who arrive.
import { defineNode } from '@tierflow/compiler';
import { checkPlaybook } from './check.ts';
import { type PlaybookConfig, playbookConfig } from './config.ts';
import { playbookForm } from './form.ts';
import { lowerPlaybook } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizePlaybook } from './summary.ts';

export const playbook = defineNode<PlaybookConfig>({
  kind: 'playbook',
  group: 'act',
  icon: 'speakerphone',
  version: 1,
  input: 'people',
  schema: playbookConfig,
  defaults: ({ flow }) => ({ playbook: flow.playbooks?.[0]?.id ?? 'playbook', priority: 100 }),
  ports: () => [{ id: 'out' }],
  check: checkPlaybook,
  lower: lowerPlaybook,
  summary: summarizePlaybook,
  form: playbookForm,
  messages: { en, 'zh-CN': zh },
});
