// The rows a table is made from: of a file the runtime reads, or the pairs of a data set.
import { useQuery } from '@tanstack/react-query';
import type { TextTable } from '@tierflow/api';
import { useStudio } from '../../../app/studio.ts';
import type { Reading } from '../../../import/wizard/draft.ts';
import { readingQuery } from '../../../import/wizard/draft.ts';
import { orThrow } from '../../../server/server.ts';
import type { TwoColumns } from './columns-choice.ts';

const settled = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false, refetchOnWindowFocus: false } as const;

/** The rows of a file; asked again when the way of reading changes. `serial` tells files apart. */
export function useFileRows(file: File | null, serial: number, reading: Reading) {
  const { server } = useStudio();
  return useQuery({
    ...settled,
    queryKey: ['own-table', serial, reading],
    enabled: file !== null,
    queryFn: async ({ signal }): Promise<TextTable> => {
      const headers = { 'Content-Type': 'application/octet-stream' };
      return orThrow(await server.call('readTable', { query: readingQuery(reading), file: file ?? new Blob(), headers, signal }));
    },
  });
}

/** The different pairs of two columns of a data set. */
export function usePairs(dataset: string | null, columns: TwoColumns | undefined) {
  const { server } = useStudio();
  return useQuery({
    ...settled,
    queryKey: ['pairs', dataset, columns],
    enabled: dataset !== null && columns !== undefined && columns.text !== columns.answer,
    queryFn: async ({ signal }): Promise<TextTable> => {
      const query = { first: columns?.text ?? '', second: columns?.answer ?? '' };
      return orThrow(await server.call('listPairs', { path: { name: dataset ?? '' }, query, signal }));
    },
  });
}
