// Runs of published flows, followed while one is under way.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Run } from '@tierflow/api';
import { useStudio } from '../app/studio.ts';
import { orThrow } from '../server/server.ts';

/** The newest runs of all flows, or of one. */
export function useRuns(flow: string | undefined) {
  const { server } = useStudio();
  return useQuery({
    queryKey: ['runs', flow],
    queryFn: async ({ signal }) =>
      orThrow(await server.call('listRuns', { query: { limit: 100, ...(flow === undefined ? {} : { flow }) }, signal })).runs,
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) === true ? 700 : false),
  });
}

/** Whether a run is not finished. */
export function isUnderWay({ state }: Run): boolean {
  return state === 'waiting' || state === 'running';
}

/** Starts a run of what is live of a flow. */
export function useStartRun() {
  const { server } = useStudio();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (flow: string) => orThrow(await server.call('createRun', { body: { flow } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['runs'] }),
  });
}
