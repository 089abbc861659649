// What publishing would bring on the day and data that are chosen, beside what the live version brought.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDocument, useFacts, useStudio } from '../app/studio.ts';
import { orThrow } from '../server/server.ts';

/** Undefined means: the newest. */
export interface DataChoice {
  readonly asOf: string | undefined;
  readonly generation: number | undefined;
}

/** Counts of the draft on the chosen data. */
export function useOutcome(choice: DataChoice) {
  const { server, document } = useStudio();
  const print = useFacts((state) => [...state.prints.values()].join(' '));
  return useQuery({
    queryKey: ['outcome', print, choice],
    queryFn: async ({ signal }) => {
      const flow = document.getState().history?.present;
      const { asOf, generation } = choice;
      const body = {
        ...(flow === undefined ? {} : { flow }),
        ...(asOf === undefined ? {} : { asOf }),
        ...(generation === undefined ? {} : { generation }),
      };
      return orThrow(await server.call('preview', { body, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    enabled: print !== '',
  });
}

/** Published versions, newest first. */
export function useVersions() {
  const { server } = useStudio();
  const id = useDocument((state) => state.history?.present.id ?? '');
  return useQuery({
    queryKey: ['versions', id],
    queryFn: async ({ signal }) => orThrow(await server.call('listVersions', { path: { id }, signal })),
    enabled: id !== '',
    refetchOnMount: 'always',
  });
}
