// Reference meaning of the functions that cut, fill and change texts.
import { RowError } from '../row-error.ts';

const LONGEST_FILLED = 1_000;
const LONGEST_RESULT = 100_000;

/** Filled to `width` code points; negative fills on the left. */
export function pad(text: string, width: number, filling = ' '): string {
  const wanted = Math.trunc(Math.abs(width));
  if (wanted > LONGEST_FILLED) throw new RowError('text.too-long');
  const fill = Array.from(filling === '' ? ' ' : filling);
  const lacking = wanted - Array.from(text).length;
  if (lacking <= 0) return text;
  const added = Array.from({ length: lacking }, (_, at) => fill[at % fill.length]).join('');
  return width < 0 ? added + text : text + added;
}

export function replace(text: string, part: string, by: string, limit = Number.POSITIVE_INFINITY): string {
  if (part === '' || limit < 1) return text;
  const all = text.split(part);
  const most = Math.trunc(limit);
  const pieces = all.length - 1 <= most ? all : [...all.slice(0, most), all.slice(most).join(part)];
  if (text.length + (pieces.length - 1) * (by.length - part.length) > LONGEST_RESULT) throw new RowError('text.too-long');
  return pieces.join(by);
}

function parts(text: string, separator: string): readonly string[] {
  return separator === '' ? [text] : text.split(separator);
}

export function splitPart(text: string | undefined, separator: string | undefined, at: number | undefined): string | undefined {
  if (text === undefined || separator === undefined || at === undefined) return undefined;
  return parts(text, separator).at(Math.trunc(at));
}

export function splitCount(text: string, separator: string): number {
  return parts(text, separator).length;
}
