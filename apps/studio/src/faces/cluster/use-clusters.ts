// What the clusters of a node are like, as the runtime counts them for the flow on the screen.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useStudio } from '../../app/studio.ts';
import { shownContent } from '../../document/document-store.ts';
import { usePlacePrint } from '../../drawer/people/use-people.ts';
import { orThrow } from '../../server/server.ts';

export function useClusters(node: string) {
  const { server, document } = useStudio();
  const print = usePlacePrint(node);
  return useQuery({
    queryKey: ['clusters', print, node],
    queryFn: async ({ signal }) => {
      return orThrow(await server.call('previewClusters', { body: { ...shownContent(document.getState()), node }, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
    enabled: print !== undefined,
  });
}
