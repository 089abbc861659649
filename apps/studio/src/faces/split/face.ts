// The face of a split: the smallest effect that its groups can show, before anything is published.
import type { Face } from '../face.ts';
import { SplitConfig } from './SplitConfig.tsx';

export const face: Face = { draws: ['as'], Config: SplitConfig };
