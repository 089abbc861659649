// The workspace and its data sets.

import { useQuery } from '@tanstack/react-query';
import type { DatasetDetail } from '@tierflow/api';
import type { ImportedDataSet } from '@tierflow/compiler';
import { useStudio } from '../app/studio.ts';
import { orThrow, type Server } from './server.ts';

/** Name, zone and state of the data; asked again every few seconds while example data is prepared. */
export function useWorkspace() {
  const { server } = useStudio();
  return useQuery({
    queryKey: ['workspace'],
    queryFn: async ({ signal }) => orThrow(await server.call('getWorkspace', { signal })),
    refetchInterval: ({ state }) => (state.data?.preparing === true ? 1500 : false),
  });
}

/** Data sets as served now. */
export function useDatasets() {
  const { server } = useStudio();
  return useQuery({
    queryKey: ['datasets'],
    queryFn: async ({ signal }) => orThrow(await server.call('listDatasets', { signal })).datasets,
    refetchOnMount: 'always',
  });
}

/** One data set with its columns. */
export function useDataset(name: string) {
  const { server } = useStudio();
  return useQuery({
    queryKey: ['datasets', name],
    queryFn: async ({ signal }) => orThrow(await server.call('getDataset', { path: { name }, signal })),
  });
}

/** Columns of all data sets, for the compiler. */
export async function importedData(
  server: Server,
): Promise<{ readonly sets: readonly ImportedDataSet[]; readonly details: readonly DatasetDetail[]; readonly generation: string }> {
  const { datasets } = orThrow(await server.call('listDatasets'));
  const details = await Promise.all(datasets.map(async ({ name }) => orThrow(await server.call('getDataset', { path: { name } }))));
  const generation = Math.max(0, ...details.map((set) => set.generation));
  return { sets: details.map(importedSet), details, generation: String(generation) };
}

function importedSet(set: DatasetDetail): ImportedDataSet {
  return {
    name: set.name,
    key: set.key ?? undefined,
    customer: set.customer ?? undefined,
    time: set.time ?? undefined,
    fields: set.columns.map(({ name, type }) => ({ name, type })),
  };
}
