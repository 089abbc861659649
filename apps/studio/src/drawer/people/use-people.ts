// Pages of the people at a place, in the order asked for. Pages follow one another by cursor.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Cell, PreviewRows } from '@tierflow/api';
import { type Studio, useFacts, useStudio } from '../../app/studio.ts';
import type { PeoplePlace } from '../../app/ui-store.ts';
import { shownContent } from '../../document/document-store.ts';
import { orThrow } from '../../server/server.ts';

/** A bar of a chart: one value, or from a value up to another. */
export interface Narrowing {
  readonly column: string;
  readonly is?: Cell;
  readonly from?: Cell;
  readonly to?: Cell;
}

export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

export interface PeopleQuestion {
  readonly place: PeoplePlace;
  readonly columns: readonly string[];
  readonly where: readonly Narrowing[];
  readonly sort: Order | undefined;
}

export interface PeoplePage extends PreviewRows {
  /** From asking to having. */
  readonly milliseconds: number;
}

const pageSize = 200;
const exportSize = 500;

/** One page; the first without a cursor. */
export async function peoplePage(
  { server, document }: Pick<Studio, 'server' | 'document'>,
  { place, columns, where, sort }: PeopleQuestion,
  page: { readonly cursor?: string | undefined; readonly limit: number; readonly signal?: AbortSignal },
): Promise<PeoplePage> {
  const from = performance.now();
  const answer = orThrow(
    await server.call('previewRows', {
      body: {
        ...shownContent(document.getState()),
        ...place,
        columns: [...columns],
        where: where.map((narrowing) => ({ ...narrowing })),
        ...(sort === undefined ? {} : { sort: { ...sort } }),
        ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
        limit: page.limit,
      },
      ...(page.signal === undefined ? {} : { signal: page.signal }),
    }),
  );
  return { ...answer, milliseconds: performance.now() - from };
}

/** What the people at a place depend on. */
export function usePlacePrint(node: string): string | undefined {
  return useFacts((state) => state.prints.get(node));
}

/** The pages asked for so far. While the next answer is on its way the old rows stay. */
export function usePeople(question: PeopleQuestion, enabled: boolean) {
  const studio = useStudio();
  const print = usePlacePrint(question.place.node);
  return useInfiniteQuery({
    queryKey: ['people', print, question],
    queryFn: ({ pageParam, signal }) => peoplePage(studio, question, { cursor: pageParam, limit: pageSize, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
    enabled: enabled && print !== undefined,
  });
}

/** All people, page by page. */
export async function* allPeople(studio: Studio, question: PeopleQuestion, signal: AbortSignal): AsyncGenerator<PeoplePage> {
  let cursor: string | undefined;
  do {
    const page = await peoplePage(studio, question, { cursor, limit: exportSize, signal });
    yield page;
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
}
