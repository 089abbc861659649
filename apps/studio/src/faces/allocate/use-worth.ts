// What one more place and one more unit of money would be worth, in sentences.
import type { Language } from '../../design/number-format.ts';
import { useSpeech } from '../../words/use-words.ts';
import type { OfferView } from './use-allocation.ts';

/** Three digits that count. */
export function roughly(amount: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(amount);
}

export function useWorth({ report }: Pick<OfferView, 'report'>): readonly string[] {
  const { t, exact, language } = useSpeech();
  if (report === undefined) return [];
  const { slot, unit, waiting } = report;
  const amount = (price: number) => ({ amount: roughly(price, language) });
  // Below a hundredth of a cent a price is noise of the arithmetic.
  const worth = (price: number | null): price is number => price !== null && price > 1e-4;
  const sentences: string[] = [
    ...(worth(slot) ? [t('faces.allocate.slot', amount(slot))] : []),
    ...(worth(unit) ? [t('faces.allocate.unit', amount(unit))] : []),
  ];
  const limited = slot !== null || unit !== null;
  if (limited && sentences.length === 0) sentences.push(t(waiting === 0 ? 'faces.allocate.enough' : 'faces.allocate.elsewhere'));
  const waits = waiting === 0 ? [] : [t('faces.allocate.couldBe', { count: waiting, n: exact(waiting) })];
  return [...waits, ...sentences];
}
