// The values that people have in the column that is looked up, the most frequent first.
import { useEffect, useMemo } from 'react';
import { useFacts, useStudio } from '../../../app/studio.ts';
import { useForm, valueAt } from '../../../inspector/form/form-scope.ts';

export interface PeopleValue {
  readonly value: string;
  readonly n: number;
}

/** Undefined while they are not counted, and for a formula or a column with very many values. */
export function usePeopleValues(): readonly PeopleValue[] | undefined {
  const { facts } = useStudio();
  const form = useForm();
  const { id } = form.node;
  const field = valueAt(form, 'field');
  const column = typeof field === 'string' ? field : undefined;
  useEffect(() => (column === undefined ? undefined : facts.want({ columns: [{ node: id, column, bins: 1 }] })), [facts, id, column]);
  const found = useFacts((state) => (column === undefined ? undefined : state.histograms.get(`${id}.${column}`)?.value.values));
  return useMemo(
    () => found?.flatMap(({ value, n }) => (typeof value === 'string' ? [{ value, n }] : [])).sort((a, b) => b.n - a.n),
    [found],
  );
}
