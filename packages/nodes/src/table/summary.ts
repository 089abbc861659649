// The sentence on the card.
import type { LocalText } from '@tierflow/definition';
import type { TableConfig } from './config.ts';

const words = {
  first: { en: 'first row that fits', 'zh-CN': '取首条命中' },
  unique: { en: 'one row fits', 'zh-CN': '唯一命中' },
  collect: { en: 'all rows that fit', 'zh-CN': '汇总全部命中' },
} as const;

export function summarizeTable({ config }: { readonly config: TableConfig }): LocalText {
  const outputs = config.outputs.map(({ name }) => name);
  const shown = outputs.slice(0, 3).join(', ') + (outputs.length > 3 ? ' …' : '');
  const n = config.rows.length;
  return {
    en: `${shown} by ${n} ${n === 1 ? 'row' : 'rows'}, ${words[config.hit].en}`,
    'zh-CN': `${n} 条规则 → ${shown}，${words[config.hit]['zh-CN']}`,
  };
}
