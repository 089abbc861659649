// The values of a column as they arrive at the node: counted where few, the ends of a number, else samples of the import.
import { useEffect, useMemo } from 'react';
import { useDocument, useFacts, useStudio } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { useProfiles } from '../../inspector/columns/use-profiles.ts';
import { useForm } from '../../inspector/form/form-scope.ts';
import type { Occurring } from './rule-examples.ts';

const none: readonly Occurring[] = [];

/** The most frequent first. */
export function useArrivingValues(column: string): readonly Occurring[] {
  const { facts } = useStudio();
  const { node, facts: known } = useForm();
  const from = useDocument((state) => shownFlow(state)?.edges.find(({ to }) => to === node.id)?.from);
  const there = known?.scope.has(column) === true && from !== undefined;
  useEffect(() => {
    if (!there || from === undefined) return undefined;
    return facts.want({ columns: [{ node: from, column, bins: 1 }] });
  }, [facts, there, from, column]);
  const found = useFacts((state) => (there ? state.histograms.get(`${from}.${column}`)?.value : undefined));
  const profiles = useProfiles(facts.schema().customers?.name);
  return useMemo(() => {
    if (found?.values != null)
      return found.values
        .flatMap(({ value, n }): Occurring[] => (typeof value === 'string' || typeof value === 'number' ? [{ value, n }] : []))
        .sort((a, b) => (b.n ?? 0) - (a.n ?? 0));
    const ends = found === undefined ? [] : [found.min, found.max];
    const samples = [...ends, ...(profiles.get(column)?.samples ?? [])];
    const plain = [...new Set(samples)].filter((value): value is string | number => typeof value === 'string' || typeof value === 'number');
    return plain.length === 0 ? none : plain.map((value): Occurring => ({ value }));
  }, [found, profiles, column]);
}
