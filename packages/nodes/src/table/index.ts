// Kind `table`: a decision table. Rows of one test per input give the values of the outputs.
import { defineNode } from '@tierflow/compiler';
import { checkTable } from './check.ts';
import { type TableConfig, tableConfig } from './config.ts';
import { tableForm } from './form.ts';
import { lowerTable } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeTable } from './summary.ts';

export const table = defineNode<TableConfig>({
  kind: 'table',
  group: 'score',
  icon: 'table',
  version: 1,
  input: 'people',
  schema: tableConfig,
  defaults: ({ scope }) => {
    const columns = [...scope.values()];
    const field = (columns.find(({ type }) => type === 'number') ?? columns[0])?.name;
    return {
      inputs: [field === undefined ? { expr: '1' } : { field }],
      outputs: [{ name: 'result', type: 'string' }],
      rows: [],
      hit: 'first',
      separator: ', ',
    };
  },
  ports: () => [{ id: 'out' }],
  check: checkTable,
  lower: lowerTable,
  summary: summarizeTable,
  form: tableForm,
  messages: { en, 'zh-CN': zh },
  face: 'table',
});
