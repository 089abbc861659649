// The face of lifetime value: who is likely still there and how much they will buy, the fit against what happened, the fitted models.
import type { Face } from '../face.ts';
import { ClvResults } from './ClvResults.tsx';

export const face: Face = { Results: ClvResults, fitted: true };
