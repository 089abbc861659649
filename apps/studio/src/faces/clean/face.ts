// The face of a clean node: a sentence for each rule, with what it does to real values and to how many people.
import type { Face } from '../face.ts';
import { CleanRules } from './CleanRules.tsx';

export const face: Face = { draws: ['rules'], Config: CleanRules };
