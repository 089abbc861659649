// The face of kinds that gather lines into columns: each column in words.
import type { Face } from '../face.ts';
import { FeatureWords } from './FeatureWords.tsx';

export const face: Face = { Results: FeatureWords };
