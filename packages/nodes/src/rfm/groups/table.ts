// The rule table a config asks for: a known one by name, or its own.
import { localText } from '@tierflow/flow';
import { binsOf, type RfmConfig } from '../config.ts';
import { eightGroups } from './eight.ts';
import { fourGroups } from './four.ts';
import type { GroupTable } from './rule.ts';
import { tenGroups } from './ten.ts';

export function groupTable(config: RfmConfig): GroupTable | undefined {
  const { groups } = config;
  if (groups === undefined) return undefined;
  if (groups === 'eight') return eightGroups(binsOf(config));
  if (groups === 'four') return fourGroups(binsOf(config));
  if (groups === 'ten') return tenGroups;
  return {
    rules: groups.map(({ id, title, R, F, M }) => ({ id, title: title === undefined ? { en: id } : localText(title), R, F, M })),
    otherwise: config.otherwise === undefined ? { en: 'Others', 'zh-CN': '其他' } : localText(config.otherwise),
  };
}
