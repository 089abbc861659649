// What is looked up has to be text, what a size is read from a number.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import type { LookupConfig } from './config.ts';

export function checkLookup({ config, value }: NodeContext<LookupConfig>): Checked {
  const { field, within, employees, revenue } = config;
  if (config.table === 'company-size') {
    const numbers = [['employees', employees] as const, ['revenue', revenue] as const];
    return gather(numbers.flatMap(([path, of]) => (of === undefined ? [] : [value(of, path, { types: ['number'] })])));
  }
  const inside = within === undefined || !asksArea(config) ? [] : [value(within, 'within', { types: ['string'] })];
  return gather([...(field === undefined ? [] : [value(field, 'field', { types: ['string'] })]), ...inside]);
}

/** Whether the area is read: names of provinces need none. */
export function asksArea({ table, level, within }: LookupConfig): boolean {
  return table === 'china-regions' && level !== 'province' && within !== undefined;
}
