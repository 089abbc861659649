// How one column is spread over exactly the people of a place.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useStudio } from '../../app/studio.ts';
import type { PeoplePlace } from '../../app/ui-store.ts';
import { shownContent } from '../../document/document-store.ts';
import { orThrow } from '../../server/server.ts';
import { usePlacePrint } from '../people/use-people.ts';

/** The histogram with when and how fast it was counted; null where the column is not there any more. */
export function useDistribution({ node, port }: PeoplePlace, column: string | undefined) {
  const { server, document } = useStudio();
  const print = usePlacePrint(node);
  return useQuery({
    queryKey: ['distribution', print, node, port, column],
    queryFn: async ({ signal }) => {
      const from = performance.now();
      const columns = [{ node, port, column: column ?? '', bins: 32 }];
      const answer = orThrow(await server.call('preview', { body: { ...shownContent(document.getState()), columns }, signal }));
      const { asOf, generation } = answer;
      return {
        histogram: answer.histograms[`${node}:${port}.${column}`] ?? null,
        asOf,
        generation,
        milliseconds: performance.now() - from,
      };
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
    enabled: print !== undefined && column !== undefined,
  });
}
