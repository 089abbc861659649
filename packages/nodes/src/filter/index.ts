// Kind `filter`: people who meet a condition, and the rest.
import { defineNode } from '@tierflow/compiler';
import { checkFilter } from './check.ts';
import { type FilterConfig, filterConfig } from './config.ts';
import { filterForm } from './form.ts';
import { lowerFilter } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { filterPorts } from './ports.ts';
import { summarizeFilter } from './summary.ts';

export const filter = defineNode<FilterConfig>({
  kind: 'filter',
  group: 'filter',
  icon: 'filter',
  version: 1,
  input: 'people',
  schema: filterConfig,
  defaults: () => ({ where: { all: [] }, unknown: 'rest' }),
  ports: () => filterPorts,
  check: checkFilter,
  lower: lowerFilter,
  summary: summarizeFilter,
  form: filterForm,
  messages: { en, 'zh-CN': zh },
});
