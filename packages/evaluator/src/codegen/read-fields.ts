// Text that reads members of a record straight into the form of generated code: doubles with NaN for missing, strings or
// undefined, 0/1/2. What does not fit is not sorted out here: it sets `off`, and the record is then read by the reference.
import { parseDay, parseInstant, type ValueType } from '@tierflow/definition';

import { LARGEST } from '../row.ts';

export type Add = (value: unknown) => string;

/** Numbers go so far. */
const MOST = String(LARGEST);

/** How members are read. Trusted ones have their type or are absent. */
export interface Manner {
  readonly add: Add;
  readonly trusted: boolean;
}

/** Statements that leave the member that `source` names in a new variable. */
export function emitRead(variable: string, source: string, type: ValueType, { add, trusted }: Manner): string {
  const read = `let ${variable} = ${source};`;
  if (type === 'date' || type === 'datetime') {
    const parse = add(type === 'date' ? dayOrNaN : instantOrNaN);
    if (trusted) return `${read} ${variable} = ${variable} === undefined ? NaN : ${parse}(${variable});`;
    return `${read} if (typeof ${variable} === 'string') { ${variable} = ${parse}(${variable}); if (${variable} !== ${variable}) off = 1; } else ${nothing(variable, 'NaN')}`;
  }
  if (type === 'string') return trusted ? read : `${read} if (typeof ${variable} !== 'string') ${nothing(variable, 'undefined')}`;
  if (type === 'boolean') {
    const coded = `${variable} = ${variable} ? 1 : 0;`;
    if (trusted) return `${read} if (${variable} === undefined) ${variable} = 2; else ${coded}`;
    return `${read} if (typeof ${variable} === 'boolean') ${coded} else ${nothing(variable, '2')}`;
  }
  if (trusted) return `const ${variable} = +${source};`;
  // Apart from the raw member, the variable is always a number: it stays out of the heap.
  const raw = `y${variable}`;
  return `const ${raw} = ${source}; let ${variable} = NaN; if (typeof ${raw} === 'number') { ${variable} = ${raw}; if (!(${variable} <= ${MOST} && ${variable} >= -${MOST})) { ${variable} = NaN; off = 1; } } else if (${raw} !== undefined && ${raw} !== null) off = 1;`;
}

/** Missing where nothing is there; anything else that is there does not fit. */
function nothing(variable: string, none: string): string {
  return `{ if (${variable} !== undefined && ${variable} !== null) off = 1; ${variable} = ${none}; }`;
}

function dayOrNaN(text: string): number {
  return parseDay(text) ?? Number.NaN;
}

function instantOrNaN(text: string): number {
  return parseInstant(text) ?? Number.NaN;
}
