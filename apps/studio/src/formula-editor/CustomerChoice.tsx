// Finds the customer whose values are shown: by key, name or the last digits of a phone number.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useStudio } from '../app/studio.ts';
import { orThrow } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';

interface Props {
  readonly onChoose: (key: string) => void;
  readonly onLeave: () => void;
}

const most = 20;

export function CustomerChoice({ onChoose, onLeave }: Props) {
  const { t } = useSpeech();
  const { server, facts } = useStudio();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 150);
  const dataset = facts.schema().customers?.name ?? facts.schema().collections[0]?.name;
  const found = useQuery({
    queryKey: ['customers', dataset, asked],
    queryFn: async ({ signal }) =>
      orThrow(
        await server.call('searchCustomers', {
          query: { search: asked, limit: most, ...(dataset === undefined ? {} : { dataset }) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const hits = found.data?.customers ?? [];
  return (
    <Select
      size="xs"
      autoFocus
      defaultDropdownOpened
      searchable
      aria-label={t('testCustomer.search')}
      placeholder={t('testCustomer.search')}
      nothingFoundMessage={found.data === undefined ? undefined : t('testCustomer.nobody', { text: search })}
      searchValue={search}
      onSearchChange={setSearch}
      // The list scrolls by itself, so that keys and screen readers reach what is below.
      withScrollArea={false}
      styles={{ options: { maxHeight: 220, overflowY: 'auto' } }}
      // The runtime has already searched, in more than what is shown.
      filter={({ options }) => options}
      data={hits.map(({ key, name }) => ({ value: key, label: name === null ? key : `${name} · ${key}` }))}
      onChange={(key) => {
        if (key !== null) onChoose(key);
      }}
      onBlur={onLeave}
    />
  );
}
