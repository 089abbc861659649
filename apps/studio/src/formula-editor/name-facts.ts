// What is known of a field or column beyond its type: the name people call it, how full it is, values that occur.
import type { ColumnInfo } from '@tierflow/compiler';
import type { Json } from '@tierflow/definition';
import type { ColumnProfile } from '../inspector/columns/use-profiles.ts';
import type { Speech } from '../words/use-words.ts';

export interface NameFacts {
  readonly title?: string;
  /** Share of rows that have a value. */
  readonly fill?: number;
  readonly samples: readonly string[];
}

const shown = 3;

/** From the import's profile, and for a column that a node made, from what the node says. */
export function nameFacts(
  profile: ColumnProfile | undefined,
  info: Pick<ColumnInfo, 'title' | 'values'> | undefined,
  speech: Speech,
): NameFacts | undefined {
  if (profile === undefined && info?.title === undefined && info?.values === undefined) return undefined;
  const values = info?.values?.map(({ value }) => value) ?? profile?.samples ?? [];
  return {
    ...(info?.title === undefined ? {} : { title: speech.text(info.title) }),
    ...(profile === undefined || profile.rows === 0 ? {} : { fill: 1 - profile.missing / profile.rows }),
    samples: values.flatMap((value) => sampleText(value, speech)).slice(0, shown),
  };
}

function sampleText(value: Json, { exact, t }: Pick<Speech, 'exact' | 't'>): readonly string[] {
  if (value === null || typeof value === 'object') return [];
  if (typeof value === 'boolean') return [t(value ? 'drawer.yes' : 'drawer.no')];
  return [typeof value === 'number' && Number.isInteger(value) ? exact(value) : String(value)];
}

/** `title — 98 % filled — for example a, b`, as far as known. */
export function nameSentence(facts: NameFacts | undefined, { t, percent }: Speech): readonly string[] {
  if (facts === undefined) return [];
  return [
    ...(facts.fill === undefined ? [] : [t('inspector.filled', { share: percent(facts.fill) })]),
    ...(facts.samples.length === 0 ? [] : [t('formula.samples', { list: facts.samples.join(t('formula.comma')) })]),
  ];
}
