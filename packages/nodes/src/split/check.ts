// A stratum has to be a column whose values are known before there is data.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import type { SplitConfig } from './config.ts';

export function checkSplit({ config, value, report }: NodeContext<SplitConfig>): Checked {
  if (config.stratify === undefined) return { diagnostics: [], reads: [] };
  const found = gather([value(config.stratify, 'stratify', { types: ['string'] })]);
  if (found.diagnostics.length > 0) return found;
  const { column } = value(config.stratify, 'stratify');
  if (column?.values !== undefined) return found;
  return { ...found, diagnostics: [report('split.values-unknown', 'stratify', { name: config.stratify })] };
}
