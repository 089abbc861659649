// The face of kinds that add weighted parts: sliders that show shares, bands as tables.
import type { Face } from '../face.ts';
import { ScorecardConfig } from './ScorecardConfig.tsx';
import { ScorecardResults } from './ScorecardResults.tsx';

export const face: Face = { draws: ['parts'], Config: ScorecardConfig, Results: ScorecardResults };
