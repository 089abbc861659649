// The face of a look-up: where an own table comes from, and where people are, as a map of tiles.
import type { Face } from '../face.ts';
import { LookupResults } from './LookupResults.tsx';
import { OwnTable } from './own-table/OwnTable.tsx';

export const face: Face = { draws: ['pasted'], Config: OwnTable, Results: LookupResults };
