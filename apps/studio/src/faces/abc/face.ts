// The face of kinds that class by parts of a total: the curve of shares with lines across it, and the classes as a table.
import type { Face } from '../face.ts';
import { AbcConfig } from './AbcConfig.tsx';

export const face: Face = { draws: ['shares'], Config: AbcConfig };
