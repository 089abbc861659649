// The sentence on the card.
import type { LocalText } from '@tierflow/definition';
import type { FormulaConfig } from './config.ts';

export function summarizeFormula({ config }: { readonly config: FormulaConfig }): LocalText {
  const [first] = config.columns;
  if (config.columns.length === 1 && first !== undefined) return { en: `${first.name} = ${first.expr}` };
  const names = config.columns.map((made) => made.name);
  return { en: `Computes ${names.join(', ')}`, 'zh-CN': `计算 ${names.join('、')}` };
}
