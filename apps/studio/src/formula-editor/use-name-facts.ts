// What the import found in every field a formula can name.
import { useQueries } from '@tanstack/react-query';
import type { ColumnInfo, Scope } from '@tierflow/compiler';
import { useCallback, useMemo } from 'react';
import { useFacts, useStudio } from '../app/studio.ts';
import { profilesQuery } from '../inspector/columns/use-profiles.ts';
import type { Speech } from '../words/use-words.ts';
import { type NameFacts, nameFacts } from './name-facts.ts';

/** Answers for a name of the customer, and with a collection, of its lines. */
export function useNameFacts(columns: Scope | undefined, speech: Speech): (name: string, collection?: string) => NameFacts | undefined {
  const { server, facts } = useStudio();
  const compilation = useFacts((state) => state.compilation);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the schema changes when the flow is compiled anew
  const sets = useMemo(() => {
    const { customers, collections } = facts.schema();
    return {
      customers: customers?.name,
      all: [...(customers === undefined ? [] : [customers.name]), ...collections.map(({ name }) => name)],
    };
  }, [facts, compilation]);
  const found = useQueries({
    queries: sets.all.map((name) => profilesQuery(server, name)),
    combine: (results) => new Map(results.flatMap(({ data }, at) => (data === undefined ? [] : [[sets.all[at] ?? '', data] as const]))),
  });
  return useCallback(
    (name, collection) => {
      const set = collection ?? sets.customers;
      const info: ColumnInfo | undefined = collection === undefined ? columns?.get(name) : undefined;
      const profile = info?.node === undefined && set !== undefined ? found.get(set)?.get(name) : undefined;
      return nameFacts(profile, info, speech);
    },
    [columns, found, sets, speech],
  );
}
