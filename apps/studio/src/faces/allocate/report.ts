// What an allocation comes to, as it comes with the fitted parameters.
import type { Json } from '@tierflow/definition';

export interface OfferReport {
  readonly served: number;
  /** People who could be served by this offer and are served by none. */
  readonly waiting: number;
  readonly spend: number;
  readonly value: number;
  /** What one more place is worth; null without a limit of places. */
  readonly slot: number | null;
  /** What one more unit of money is worth; null without a budget. */
  readonly unit: number | null;
}

export interface AllocationReport {
  readonly value: number;
  readonly spend: number;
  /** No allocation brings more. */
  readonly bound: number;
  /** What one more unit of the common budget is worth; null without one. */
  readonly unit: number | null;
  readonly offers: readonly OfferReport[];
}

/** Undefined where nothing was fitted. */
export function reportOf(value: Json | undefined): AllocationReport | undefined {
  if (!isObject(value) || !Array.isArray(value['offers'])) return undefined;
  const number = (name: string): number => Number(value[name] ?? 0);
  return {
    value: number('value'),
    spend: number('spend'),
    bound: number('bound'),
    unit: price(value['unit']),
    offers: value['offers'].map((offer) => offerOf(isObject(offer) ? offer : {})),
  };
}

function offerOf(offer: { readonly [name: string]: Json }): OfferReport {
  const number = (name: string): number => Number(offer[name] ?? 0);
  return {
    served: number('served'),
    waiting: number('waiting'),
    spend: number('spend'),
    value: number('value'),
    slot: price(offer['slot']),
    unit: price(offer['unit']),
  };
}

const price = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** By which part more than it brings could be brought at most; 0 where nothing is left to gain. */
export function gapOf({ value, bound }: Pick<AllocationReport, 'value' | 'bound'>): number {
  return value > 0 ? Math.max(0, bound / value - 1) : 0;
}

/** Where a slider for a limit ends, and its step: round numbers, so that the limit stands in the first half. */
export function sliderScale(value: number, whole: boolean): { readonly most: number; readonly step: number } {
  const least = whole ? 10 : 100;
  const wanted = Math.max(least, value * 2);
  const size = 10 ** Math.floor(Math.log10(wanted));
  const most = [1, 2, 5, 10].map((times) => times * size).find((end) => end >= wanted) ?? wanted;
  return { most, step: whole ? Math.max(1, Math.round(most / 250)) : most / 200 };
}
