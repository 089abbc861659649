// Values of a column that occur, for suggestions: counted by the runtime for people, samples of the import for lines.
import { useEffect, useMemo } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import type { ColumnOption } from '../columns/column-options.ts';
import type { ColumnScope } from '../columns/column-scope.ts';
import { useProfiles } from '../columns/use-profiles.ts';

export interface Observed {
  readonly value: string;
  /** People who have it, where counted. */
  readonly n?: number;
}

const none: readonly Observed[] = [];

/** Occurring values of a text column, the most frequent first. */
export function useObserved(scope: ColumnScope, option: ColumnOption | undefined): readonly Observed[] {
  const { facts } = useStudio();
  const column = option?.type === 'string' ? option.name : undefined;
  const counted = scope.collection === undefined && column !== undefined;
  const { node } = scope;
  useEffect(() => (counted ? facts.want({ columns: [{ node, column, bins: 1 }] }) : undefined), [facts, counted, node, column]);
  const histogram = useFacts((state) => (counted ? state.histograms.get(`${node}.${column}`)?.value : undefined));
  const profiles = useProfiles(scope.dataset);
  return useMemo(() => {
    if (column === undefined) return none;
    const values = histogram?.values;
    if (values !== undefined && values !== null) {
      return values.flatMap(({ value, n }) => (typeof value === 'string' && value !== '' ? [{ value, n }] : [])).sort((a, b) => b.n - a.n);
    }
    return (profiles.get(column)?.samples ?? []).flatMap((value) => (typeof value === 'string' ? [{ value }] : []));
  }, [column, histogram, profiles]);
}
