// One customer under the flow on the screen: asked again whenever the flow changes.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDocument, useFacts, useStudio } from '../app/studio.ts';
import { shownContent, shownFlow } from '../document/document-store.ts';
import { orThrow } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';

/** Everything the counts depend on, as one short text. */
function useFlowPrint(): string {
  return useFacts((state) => [...state.prints.values()].join(' '));
}

/** The explanation; nothing is asked while no customer is chosen. */
export function useExplain(key: string | null) {
  const { server, document } = useStudio();
  const { language } = useSpeech();
  const print = useFlowPrint();
  const id = useDocument((state) => shownFlow(state)?.id ?? '');
  const levers = useDocument((state) => shownFlow(state)?.levers);
  return useQuery({
    queryKey: ['explain', id, print, levers, key, language],
    queryFn: async ({ signal }) => {
      return orThrow(
        await server.call('explain', { path: { id }, body: { ...shownContent(document.getState()), key: key ?? '' }, signal }),
      );
    },
    enabled: key !== null && id !== '' && print !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
}
