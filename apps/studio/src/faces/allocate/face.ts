// The face of an allocation: places and money on sliders, who is served and who waits, what one more place would be worth.
import type { Face } from '../face.ts';
import { AllocateConfig } from './AllocateConfig.tsx';
import { AllocateResults } from './AllocateResults.tsx';

export const face: Face = { draws: ['offers', 'budget'], Config: AllocateConfig, Results: AllocateResults, fitted: true };
