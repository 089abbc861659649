// What publishing would bring on the day and data that are chosen: draft against live, person by person.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDocument, useFacts, useStudio } from '../app/studio.ts';
import { orThrow } from '../server/server.ts';

/** Undefined means: the newest. */
export interface DataChoice {
  readonly asOf: string | undefined;
  readonly generation: number | undefined;
}

/** The draft on the screen beside the live version, on the chosen data. */
export function useOutcome(choice: DataChoice) {
  const { server, document } = useStudio();
  const print = useFacts((state) => [...state.prints.values()].join(' '));
  const live = useDocument((state) => state.published?.version);
  return useQuery({
    queryKey: ['outcome', print, live, choice],
    queryFn: async ({ signal }) => {
      const flow = document.getState().history?.present;
      const { asOf, generation } = choice;
      const place = { ...(asOf === undefined ? {} : { asOf }), ...(generation === undefined ? {} : { generation }) };
      const body = { ...(flow === undefined ? {} : { flow }), ...place };
      return orThrow(await server.call('impact', { path: { id: flow?.id ?? '' }, body, signal }));
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
