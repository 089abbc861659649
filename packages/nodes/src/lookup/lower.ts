// A look-up is a few columns: the text in the form the table has it, what the table says, how that went, and the answers.
import type { Lowered, NodeContext } from '@tierflow/compiler';
import { invariant } from '@tierflow/compiler';
import type { LookupConfig } from './config.ts';
import { lowerPlace } from './lower-place.ts';
import { lowerSize } from './lower-size.ts';
import { lowerOwn, lowerTable } from './lower-table.ts';
import { ownRows } from './own-table.ts';

export function lowerLookup(context: NodeContext<LookupConfig>): Lowered {
  switch (context.config.table) {
    case 'china-regions':
      return lowerPlace(context);
    case 'industries':
      return lowerTable(context);
    case 'company-size':
      return lowerSize(context);
    default:
      return lowerOwn(context, invariant(ownRows(context.config), 'the table is there'));
  }
}
