// A limit in words: "last purchase ≤ 90 days", "no purchase".
import { useMemo } from 'react';
import { useSpeech, type Words } from '../../words/use-words.ts';
import type { Measure, Range } from './stages.ts';

export type LimitText = (measure: Measure, range: Range) => string;

export function useLimitText(): LimitText {
  const { t, exact } = useSpeech();
  return useMemo(() => (measure, range) => limitText(t, exact, measure, range), [t, exact]);
}

function limitText(t: Words, exact: (n: number) => string, measure: Measure, range: Range): string {
  const { from, to } = range;
  const nobody = measure === 'purchases' && to === 0 && (from ?? 0) === 0;
  if (nobody) return t('faces.lifecycle.noPurchase');
  return t(`faces.lifecycle.limit.${measure}`, { range: rangeText(exact, range), count: to ?? from ?? 0 });
}

function rangeText(exact: (n: number) => string, { from, to }: Range): string {
  if (to === undefined) return `≥ ${exact(from ?? 0)}`;
  if (from === undefined) return `≤ ${exact(to)}`;
  return from === to ? `= ${exact(to)}` : `${exact(from)}–${exact(to)}`;
}
