// The face of kinds that put people into stages by days: an axis of days, and the stages as rows with limits in words.
import type { Face } from '../face.ts';
import { LifecycleConfig } from './LifecycleConfig.tsx';

export const face: Face = { draws: ['stages'], Config: LifecycleConfig };
