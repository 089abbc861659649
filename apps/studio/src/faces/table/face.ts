// The face of decision tables: a sheet over the canvas, with the people of every row, gap and overlap.
import type { Face } from '../face.ts';
import { TableConfig } from './TableConfig.tsx';

export const face: Face = { draws: ['inputs', 'outputs', 'rows', 'otherwise'], Config: TableConfig };
