// The stages of a lifecycle as their rows see them: what stands in the config, limit by limit.
import type { Json } from '@tierflow/definition';
import type { Title } from '@tierflow/flow';

/** What a stage can be limited by, in the order the limits are read. */
export const measures = ['last', 'first', 'gap', 'purchases'] as const;

export type Measure = (typeof measures)[number];

/** Both ends inclusive; an end left out is open. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
}

export interface Stage {
  readonly id: string;
  readonly title: Title | null;
  readonly limits: { readonly [M in Measure]?: Range };
}

/** What a limit begins with when it is added. */
export const usualLimits: { readonly [M in Measure]: Range } = {
  last: { to: 90 },
  first: { to: 30 },
  gap: { from: 180 },
  purchases: { from: 1 },
};

type Entry = { readonly [name: string]: Json };

/** Reads stages; entries that are none are left out only where nothing can be read of them. */
export function stagesOf(raw: Json | undefined): readonly Stage[] {
  return Array.isArray(raw) ? raw.map((entry) => stageOf(isEntry(entry) ? entry : {})) : [];
}

function stageOf(entry: Entry): Stage {
  const title = (entry['title'] === '' ? null : (entry['title'] ?? null)) as Title | null;
  const limits = measures.flatMap((measure) => {
    const range = rangeOf(entry[measure]);
    return range === undefined ? [] : [[measure, range] as const];
  });
  return { id: String(entry['id'] ?? ''), title, limits: Object.fromEntries(limits) };
}

/** A range with an end; one without limits nothing. */
function rangeOf(raw: Json | undefined): Range | undefined {
  if (raw === undefined || !isEntry(raw)) return undefined;
  const { from, to } = raw;
  const range = { ...(typeof from === 'number' ? { from } : {}), ...(typeof to === 'number' ? { to } : {}) };
  return Object.keys(range).length === 0 ? undefined : range;
}

function isEntry(raw: Json): raw is Entry {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** The range with an end moved, or opened by null; undefined where both are open, for then it limits nothing. */
export function withEnd(range: Range | undefined, end: 'from' | 'to', value: number | null): Range | undefined {
  const { [end]: _, ...other } = range ?? {};
  const next = value === null ? other : { ...other, [end]: value };
  return Object.keys(next).length === 0 ? undefined : next;
}
