// Kind `note`: words on the canvas; nobody flows through it.
import { defineNode } from '@tierflow/compiler';
import { checkNote } from './check.ts';
import { type NoteConfig, noteConfig } from './config.ts';
import { noteForm } from './form.ts';
import { lowerNote } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeNote } from './summary.ts';

export const note = defineNode<NoteConfig>({
  kind: 'note',
  group: 'canvas',
  icon: 'note',
  version: 1,
  input: 'none',
  schema: noteConfig,
  defaults: () => ({ text: '' }),
  ports: () => [],
  check: checkNote,
  lower: lowerNote,
  summary: summarizeNote,
  form: noteForm,
  messages: { en, 'zh-CN': zh },
});
