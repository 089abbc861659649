// The face of association rules: thresholds with what they find, the rules as a picture and as a table, rules that are switched off.
import type { Face } from '../face.ts';
import { BasketConfig } from './BasketConfig.tsx';
import { BasketResults } from './BasketResults.tsx';

export const face: Face = {
  draws: ['minSupport', 'minConfidence', 'minLift'],
  Config: BasketConfig,
  Results: BasketResults,
  fitted: true,
};
