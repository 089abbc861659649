// The face of RFM: how scores are made, the groups, and the grid of recency by frequency.
import type { Face } from '../face.ts';
import { RfmConfig } from './RfmConfig.tsx';
import { RfmResults } from './RfmResults.tsx';

export const face: Face = {
  draws: ['method', 'bins', 'cuts', 'cuts.R', 'cuts.F', 'cuts.M', 'closed', 'groups', 'otherwise'],
  Config: RfmConfig,
  Results: RfmResults,
};
