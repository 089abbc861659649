// The face of tier stability: its rules on days and in words, and whom they hold.
import type { Face } from '../face.ts';
import { HoldRules } from './HoldRules.tsx';
import { StabilityResults } from './StabilityResults.tsx';

export const face: Face = { Config: HoldRules, Results: StabilityResults };
