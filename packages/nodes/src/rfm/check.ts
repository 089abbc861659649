// The purchases or columns have to be there, with fitting types.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import type { RfmConfig } from './config.ts';
import { checkMeasures } from './measures.ts';

export function checkRfm(context: NodeContext<RfmConfig>): Checked {
  const { parts, remarks } = checkMeasures(context);
  return gather(parts, remarks);
}
