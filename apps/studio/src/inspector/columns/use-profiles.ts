// What the import found in the columns of a data set: fill, spread, samples.

import { useQuery } from '@tanstack/react-query';
import type { DatasetDetail } from '@tierflow/api';
import { useStudio } from '../../app/studio.ts';
import { orThrow } from '../../server/server.ts';

export type ColumnProfile = DatasetDetail['columns'][number];

const none: ReadonlyMap<string, ColumnProfile> = new Map();

/** Profiles by column name; empty while they are not there. */
export function useProfiles(dataset: string | undefined): ReadonlyMap<string, ColumnProfile> {
  const { server } = useStudio();
  const { data } = useQuery({
    queryKey: ['profiles', dataset],
    enabled: dataset !== undefined,
    staleTime: 60_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const detail = orThrow(await server.call('getDataset', { path: { name: dataset ?? '' }, signal }));
      return new Map(detail.columns.map((column) => [column.name, column]));
    },
  });
  return data ?? none;
}
