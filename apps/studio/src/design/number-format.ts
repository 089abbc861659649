// Numbers as people of each language write them.
import type { LocalText } from '@tierflow/definition';

/** The languages of the product. */
export type Language = 'en' | 'zh-CN';

// Made once: making one costs more than a hundred numbers written with it, and counts are written on every frame of a drag.
const formats: { readonly [L in Language]: Readonly<Record<'exact' | 'short' | 'whole' | 'part', Intl.NumberFormat>> } = {
  en: formatsOf('en'),
  'zh-CN': formatsOf('zh-CN'),
};

function formatsOf(language: Language) {
  const tenths = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  return {
    exact: new Intl.NumberFormat(language),
    short: new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 3 }),
    whole: new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }),
    part: new Intl.NumberFormat(language, tenths),
  };
}

/** Exact, with separators: 12,480. */
export function exactCount(n: number, language: Language): string {
  return formats[language].exact.format(n);
}

/** As shown where room is short: exact below 100,000, then 124K / 1.2M, 12.4万 / 3.4亿. */
export function shortCount(n: number, language: Language): string {
  if (Math.abs(n) < 100_000) return exactCount(n, language);
  return formats[language].short.format(n);
}

/** A share of one as a percentage: 3.3%; tiny shares that are not zero say so. */
export function percent(share: number, language: Language): string {
  if (share > 0 && share < 0.0005) return `<${percent(0.001, language)}`;
  return formats[language][share === 0 || share === 1 ? 'whole' : 'part'].format(share);
}

/** The text of a language; English where there is none. */
export function textIn(text: LocalText, language: Language): string {
  return (language === 'zh-CN' ? text['zh-CN'] : undefined) ?? text.en;
}

/** An instant as day and time of the reader's clock: 2026-11-20 14:05. */
export function instantText(instant: string): string {
  const date = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Elapsed time: 180 ms, 1.2 s. */
export function durationText(milliseconds: number, language: Language): string {
  const short = milliseconds < 1000;
  const unit = short ? 'millisecond' : 'second';
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: short ? 0 : 1 })
    .format(short ? milliseconds : milliseconds / 1000)
    .replace(/(\d)(\p{Script=Han})/u, '$1 $2');
}
