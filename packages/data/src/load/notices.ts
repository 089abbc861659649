// What people should know about columns that were loaded but may not be what they expect.
import type { Notice } from '../generation/manifest.ts';
import type { StoredColumn } from '../generation/stored-column.ts';
import { inferRule } from '../values/infer.ts';
import { parseMoment } from '../values/moment.ts';
import { looksLikeIdentifier } from '../values/names.ts';
import { parseNumber } from '../values/number.ts';
import type { Loaded } from './loader.ts';

const LOOKED_AT = 5000;
/** An exponent with digits lost: what a spreadsheet makes of a long number. */
const DAMAGED = /^\d\.\d{1,5}E\+\d{2}$/;

const isAlmost = (some: number, all: number): boolean => all >= 5 && some < all && some / all >= 0.8;

/** Remarks on one text column that was not mapped by the caller. */
function remarks(column: StoredColumn): readonly Notice[] {
  if (column.data.type !== 'string' || !column.inferred) return [];
  const { dictionary } = column.data;
  const values: string[] = [];
  for (let code = 1; code < dictionary.size && values.length < LOOKED_AT; code++) values.push(dictionary.text(code));
  const notices: Notice[] = [];
  const damaged = values.filter((value) => DAMAGED.test(value.trim())).length;
  if (damaged > 0) notices.push({ code: 'column.damagedNumbers', params: { column: column.name, count: damaged } });
  const guess = inferRule(
    values.filter((value) => value.trim() !== ''),
    column.name,
    'point',
  );
  if (guess.kind === 'undecided' && guess.why === 'dayOrder')
    notices.push({ code: 'column.ambiguousDays', params: { column: column.name } });
  if (guess.kind === 'text' && !looksLikeIdentifier(column.name)) {
    const numbers = values.filter((value) => parseNumber(value, 'point')?.identifier === false).length;
    const moments = values.filter((value) => parseMoment(value.trim(), 'ymd') !== undefined).length;
    if (isAlmost(moments, values.length))
      notices.push({ code: 'column.almostMoments', params: { column: column.name, others: values.length - moments } });
    else if (isAlmost(numbers, values.length))
      notices.push({ code: 'column.almostNumbers', params: { column: column.name, others: values.length - numbers } });
  }
  return notices;
}

export const columnNotices = (loaded: Loaded, stored: readonly StoredColumn[]): readonly Notice[] => [
  ...stored.flatMap(remarks),
  ...(loaded.blankLines > 0 ? [{ code: 'lines.blank', params: { count: loaded.blankLines } }] : []),
];
