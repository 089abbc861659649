// What would move the people of a tier, asked for when a tier is chosen; another choice, or leaving, ends the question.
import { useQuery } from '@tanstack/react-query';
import { useDocument, useFacts, useStudio } from '../app/studio.ts';
import { shownContent, shownFlow } from '../document/document-store.ts';
import { orThrow } from '../server/server.ts';

/** @param tier a tier's id, null for the people without one, undefined while none is chosen. */
export function useTierMoves(node: string, tier: string | null | undefined) {
  const { server, document } = useStudio();
  const id = useDocument((state) => shownFlow(state)?.id ?? '');
  const levers = useDocument((state) => shownFlow(state)?.levers);
  const print = useFacts((state) => state.prints.get(node) ?? '');
  return useQuery({
    queryKey: ['tier-moves', id, print, levers, node, tier],
    queryFn: async ({ signal }) => {
      const body = { ...shownContent(document.getState()), node, tier: tier ?? null };
      return orThrow(await server.call('tierMoves', { path: { id }, body, signal }));
    },
    enabled: tier !== undefined && id !== '' && print !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
}
