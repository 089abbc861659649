// Numbers of a profile as texts.
import type { Language } from '../../design/number-format.ts';

/** A mean with three digits that count; a dash where nobody has a value. */
export function meanText(mean: number | null, language: Language): string {
  if (mean === null) return '–';
  const options =
    Math.abs(mean) >= 100_000
      ? ({ notation: 'compact', maximumSignificantDigits: 3 } as const)
      : ({ maximumSignificantDigits: digitsOf(mean) } as const);
  return new Intl.NumberFormat(language, options).format(mean);
}

function digitsOf(mean: number): number {
  return Math.max(3, Math.ceil(Math.log10(Math.abs(mean) + 1)));
}

/** A distance in standard deviations, with its sign: +1.2, −0.4. */
export function deviationText(deviation: number | null, language: Language): string {
  if (deviation === null) return '–';
  const format = { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;
  return new Intl.NumberFormat(language, format).format(deviation).replace('-', '−');
}

/** On which side of everybody's mean; nothing near it. */
export function heatOf(deviation: number | null): 'above' | 'below' | undefined {
  if (deviation === null || Math.abs(deviation) < 0.1) return undefined;
  return deviation > 0 ? 'above' : 'below';
}
