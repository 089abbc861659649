// What is known of the customer whose values stand under formulas.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDocument, useFacts, useStudio } from '../app/studio.ts';
import { shownContent, shownFlow } from '../document/document-store.ts';
import { orThrow } from '../server/server.ts';

/** The customer with all lines under the flow on the screen; nothing is asked while nobody is chosen. */
export function useKnownCustomer(key: string | null) {
  const { server, document } = useStudio();
  const id = useDocument((state) => shownFlow(state)?.id ?? '');
  const print = useFacts((state) => (key === null ? '' : [...state.prints.values()].join(' ')));
  return useQuery({
    queryKey: ['known-customer', id, print, key],
    queryFn: async ({ signal }) => {
      const body = { ...shownContent(document.getState()), key: key ?? '', withLines: true, withMoves: false };
      return orThrow(await server.call('explain', { path: { id }, body, signal }));
    },
    enabled: key !== null && id !== '' && print !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
}
