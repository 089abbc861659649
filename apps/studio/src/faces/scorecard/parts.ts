// The parts of a scorecard as the picture reads them from a config.
import type { Json } from '@tierflow/definition';
import type { Title } from '@tierflow/flow';

export interface Part {
  readonly field: string | undefined;
  readonly expr: string | undefined;
  readonly title: Title | null;
  readonly weight: number;
  readonly scale: string;
  readonly better: string;
  readonly bands: readonly { readonly from: number | null; readonly points: number }[];
}

type Entry = { readonly [name: string]: Json };

/** Parts in order; what is not there reads as what the kind fills in. */
export function partsOf(value: Json | undefined): readonly Part[] {
  if (!Array.isArray(value)) return [];
  return value.map((entry) => partOf(isEntry(entry) ? entry : {}));
}

function partOf(entry: Entry): Part {
  const text = (name: string) => (typeof entry[name] === 'string' ? entry[name] : undefined);
  return {
    field: text('field'),
    expr: text('expr'),
    title: (entry['title'] ?? null) as Title | null,
    weight: typeof entry['weight'] === 'number' ? entry['weight'] : 0,
    scale: text('scale') ?? 'none',
    better: text('better') ?? 'higher',
    bands: Array.isArray(entry['bands']) ? entry['bands'].filter(isEntry).map(bandOf) : [],
  };
}

function bandOf(entry: Entry): Part['bands'][number] {
  return {
    from: typeof entry['from'] === 'number' ? entry['from'] : null,
    points: typeof entry['points'] === 'number' ? entry['points'] : 0,
  };
}

function isEntry(value: Json | undefined): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
