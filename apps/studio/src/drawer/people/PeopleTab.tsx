// Exactly the people of a number: the table, what it is of, and how sure.
import { IconUsers } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Failed, Loading } from '../../app/Failed.tsx';
import type { PeoplePlace } from '../../app/ui-store.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { useTestCustomer } from '../../test-customer/use-test-customer.ts';
import { useSpeech } from '../../words/use-words.ts';
import { SetStatus } from '../SetStatus.tsx';
import type { TableColumns } from '../use-table-columns.ts';
import type { ShownColumn } from './columns.ts';
import { PeopleTable } from './PeopleTable.tsx';
import { type Narrowing, type Order, usePeople } from './use-people.ts';
import { useRanges } from './use-ranges.ts';

interface Props {
  readonly place: PeoplePlace;
  readonly label: string;
  readonly columns: TableColumns;
  readonly where: readonly Narrowing[];
  readonly sort: Order | undefined;
  readonly onSort: (order: Order | undefined) => void;
}

export function PeopleTab({ place, label, columns, where, sort, onSort }: Props) {
  const { t } = useSpeech();
  const test = useTestCustomer();
  const known = sort !== undefined && columns.all.some((column) => column.name === sort.column) ? sort : undefined;
  const question = { place, columns: columns.shown.map((column) => column.name), where, sort: known };
  const people = usePeople(question, true);
  const ranges = useRanges(place.node, columns.shown);
  const { fetchNextPage, isFetching } = people;
  const more = useCallback(() => {
    if (!isFetching) void fetchNextPage();
  }, [fetchNextPage, isFetching]);
  if (people.isError) return <Failed title={t('drawer.failed')} error={people.error} retry={() => void people.refetch()} />;
  const first = people.data?.pages[0];
  if (people.data === undefined || first === undefined) return <Loading />;
  const rows = people.data.pages.flatMap((page) => page.rows);
  // While another question is answered, the old rows still have their old columns.
  const drawn = first.columns.map(({ name, type }): ShownColumn => columns.all.find((column) => column.name === name) ?? { name, type });
  return (
    <>
      {first.total === 0 ? (
        <EmptyState icon={<IconUsers size={32} stroke={1.25} />} title={t('drawer.nobody')} text={t('drawer.nobodyHint')} />
      ) : (
        <PeopleTable
          key={`${place.node} ${place.port}`}
          label={label}
          keyTitle={columns.key}
          columns={drawn}
          tiers={first.tiers}
          ranges={ranges}
          rows={rows}
          total={first.total}
          dimmed={people.isPlaceholderData}
          sort={known}
          onSort={onSort}
          onOpen={test}
          onMore={more}
        />
      )}
      <SetStatus
        label={label}
        total={first.total}
        asOf={first.asOf}
        generation={first.generation}
        milliseconds={first.milliseconds}
        computing={people.isPlaceholderData}
      />
    </>
  );
}
