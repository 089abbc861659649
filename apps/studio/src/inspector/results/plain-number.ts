// Numbers of the data as people read them: separators, and no more decimals than help.
import type { Language } from '../../design/number-format.ts';

/** 1,092.24; whole numbers stay whole, small ones keep three meaningful digits. */
export function plainNumber(value: number, language: Language): string {
  const size = Math.abs(value);
  const digits = Number.isInteger(value) ? 0 : size >= 1000 ? 0 : size >= 1 ? 2 : Math.min(8, 2 + Math.ceil(-Math.log10(size || 1)));
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}
