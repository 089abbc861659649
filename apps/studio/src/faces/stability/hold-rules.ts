// The rules of a stability node as people read them: spans of days after a tier was given, and what else holds it.
import type { Json } from '@tierflow/definition';
import { readPath } from '@tierflow/flow';

/** What may not happen in the first days of a tier. */
export interface HeldSpan {
  readonly what: 'change' | 'fall';
  readonly days: number;
}

export interface HoldRules {
  /** The longest first. A span that a longer one says already is left out. */
  readonly spans: readonly HeldSpan[];
  readonly keep: number | undefined;
  readonly rise: number | undefined;
  readonly oneStep: boolean;
  /** Entries of the list. */
  readonly listed: number;
  readonly byColumns: boolean;
}

/** Reads a config, as far as it can be read. */
export function holdRulesOf(config: Json): HoldRules {
  const number = (path: string): number | undefined => {
    const value = readPath(config, path);
    return typeof value === 'number' && value > 0 ? value : undefined;
  };
  const [stay, grace] = [number('stay.days'), number('grace.days')];
  const what = readPath(config, 'stay.upgrades') === 'free' ? 'fall' : 'change';
  const spans: readonly HeldSpan[] = [
    ...(stay === undefined ? [] : [{ what, days: stay } as const]),
    ...(grace === undefined ? [] : [{ what: 'fall', days: grace } as const]),
  ];
  const list = readPath(config, 'overrides');
  return {
    spans: spans.filter((span) => !spans.some((other) => other !== span && covers(other, span))).toSorted((a, b) => b.days - a.days),
    keep: number('margin.keep'),
    rise: number('margin.rise'),
    oneStep: readPath(config, 'oneStep') === true,
    listed: Array.isArray(list) ? list.filter((_, at) => finished(config, at)).length : 0,
    byColumns: readPath(config, 'overrideBy.tier') !== undefined && readPath(config, 'overrideBy.until') !== undefined,
  };
}

function finished(config: Json, at: number): boolean {
  return ['key', 'until'].every((part) => (readPath(config, `overrides.${at}.${part}`) ?? '') !== '');
}

/** Of two equal spans the later one covers. */
function covers(one: HeldSpan, other: HeldSpan): boolean {
  const wider = one.what === 'change' || other.what === 'fall';
  return wider && (one.days > other.days || (one.days === other.days && one.what === 'change'));
}
