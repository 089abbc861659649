// What the import found in the columns of a data set: fill, spread, samples.

import { queryOptions, useQuery } from '@tanstack/react-query';
import type { DatasetDetail } from '@tierflow/api';
import { useStudio } from '../../app/studio.ts';
import { orThrow, type Server } from '../../server/server.ts';

export type ColumnProfile = DatasetDetail['columns'][number];

const none: ReadonlyMap<string, ColumnProfile> = new Map();

/** Profiles by column name; empty while they are not there. */
export function useProfiles(dataset: string | undefined): ReadonlyMap<string, ColumnProfile> {
  const { server } = useStudio();
  const { data } = useQuery({ ...profilesQuery(server, dataset ?? ''), enabled: dataset !== undefined });
  return data ?? none;
}

/** The question for one data set. */
export function profilesQuery(server: Server, dataset: string) {
  return queryOptions({
    queryKey: ['profiles', dataset],
    staleTime: 60_000,
    retry: false,
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, ColumnProfile>> => {
      const detail = orThrow(await server.call('getDataset', { path: { name: dataset }, signal }));
      return new Map(detail.columns.map((column) => [column.name, column]));
    },
  });
}
