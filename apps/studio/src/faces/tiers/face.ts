// The face of kinds that grade by a score: cut lines on the distribution.
import type { Face } from '../face.ts';
import { TiersConfig } from './TiersConfig.tsx';

export const face: Face = { draws: ['bands', 'topShare', 'topCount'], Config: TiersConfig };
