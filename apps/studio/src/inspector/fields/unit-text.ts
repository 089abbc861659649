// Units of number fields in words.
import type { Words } from '../../words/use-words.ts';

const units = ['days', 'months', 'years', 'hours', 'times', 'people'] as const;

/** The word of a unit; a unit the studio has no word for is shown as the kind names it. */
export function unitText(t: Words, unit: string): string {
  const known = units.find((name) => name === unit);
  return known === undefined ? unit : t(`inspector.units.${known}`);
}
