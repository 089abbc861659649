// Kind `formula`: new columns by formula.
import { defineNode } from '@tierflow/compiler';
import { checkFormula } from './check.ts';
import { type FormulaConfig, formulaConfig } from './config.ts';
import { formulaForm } from './form.ts';
import { lowerFormula } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeFormula } from './summary.ts';

export const formula = defineNode<FormulaConfig>({
  kind: 'formula',
  group: 'data',
  icon: 'math-function',
  version: 1,
  input: 'people',
  schema: formulaConfig,
  defaults: () => ({ columns: [{ name: 'result', expr: '1' }] }),
  ports: () => [{ id: 'out' }],
  check: checkFormula,
  lower: lowerFormula,
  summary: summarizeFormula,
  form: formulaForm,
  messages: { en, 'zh-CN': zh },
});
