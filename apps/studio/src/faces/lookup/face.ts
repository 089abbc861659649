// The face of a look-up: where people are, as a map of tiles.
import type { Face } from '../face.ts';
import { LookupResults } from './LookupResults.tsx';

export const face: Face = { Results: LookupResults };
