// Histograms of a set's columns, counted over all its customers. Lines of customers have none.
import { useQuery } from '@tanstack/react-query';
import type { DatasetDetail, Histogram } from '@tierflow/api';
import { useStudio } from '../../app/studio.ts';
import { useWorkspace } from '../../server/data-queries.ts';
import { orThrow } from '../../server/server.ts';

const most = 40;

/** By column; undefined where the set has none, or while they are counted. */
export function useSpreads(set: DatasetDetail): ReadonlyMap<string, Histogram> | undefined {
  const { server } = useStudio();
  const timeZone = useWorkspace().data?.timeZone;
  const counted = useQuery({
    queryKey: ['spreads', set.name, set.generation, timeZone],
    queryFn: async ({ signal }) => {
      const flow = {
        format: 'tierflow/flow@1' as const,
        id: 'spreads',
        title: set.name,
        timeZone: timeZone ?? 'UTC',
        data: { [set.name]: { ...(set.key === null ? {} : { key: set.key }), fields: [] } },
        nodes: [{ id: 'all', kind: 'source', config: { data: set.name } }],
        edges: [],
      };
      const columns = set.columns.slice(0, most).map(({ name }) => ({ node: 'all', column: name, bins: 32 }));
      const { histograms } = orThrow(await server.call('preview', { body: { flow, columns }, signal }));
      return new Map(Object.entries(histograms).map(([key, histogram]) => [key.slice('all.'.length), histogram]));
    },
    enabled: set.kind === 'customers' && timeZone !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return set.kind === 'customers' ? (counted.data ?? new Map()) : undefined;
}
