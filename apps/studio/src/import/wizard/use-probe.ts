// What the first bytes of a file look like under a way of reading; asked again when the way changes.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useStudio } from '../../app/studio.ts';
import { orThrow } from '../../server/server.ts';
import { type Reading, readingQuery } from './draft.ts';
import { headOf, type SourceFile } from './source-file.ts';

/** The probe of a file. */
export function useProbe(source: SourceFile | null, reading: Reading) {
  const { server } = useStudio();
  const serial = useSerial(source);
  return useQuery({
    queryKey: ['probe', serial, reading],
    queryFn: async ({ signal }) => {
      const file = source === null ? new Blob() : await headOf(source);
      const headers = { 'Content-Type': 'application/octet-stream' };
      return orThrow(await server.call('probeFile', { path: { name: 'probe' }, query: readingQuery(reading), file, headers, signal }));
    },
    enabled: source !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
}

/** A number that is another one for another file. */
function useSerial(source: SourceFile | null): number {
  const known = useRef({ source, serial: 0 });
  if (known.current.source !== source) known.current = { source, serial: known.current.serial + 1 };
  return known.current.serial;
}
