// A table from two columns of an imported data set: their different pairs.
import { Loader, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useDataset, useDatasets } from '../../../server/data-queries.ts';
import { useSpeech } from '../../../words/use-words.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import type { TwoColumns } from './columns-choice.ts';
import type { Ending } from './ending.ts';
import { Refusal } from './Refusal.tsx';
import { ReplaceTable } from './ReplaceTable.tsx';
import { usePairs } from './use-own-source.ts';

export function FromDataset(ending: Ending) {
  const { t } = useSpeech();
  const sets = useDatasets();
  const [name, setName] = useState<string | null>(null);
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('tables.whichDataset')}
        data={[{ value: '', label: '—' }, ...(sets.data ?? []).map((set) => ({ value: set.name, label: set.name }))]}
        value={name ?? ''}
        onChange={(event) => setName(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
      {name !== null && <OfDataset key={name} name={name} ending={ending} />}
    </>
  );
}

function OfDataset({ name, ending }: { readonly name: string; readonly ending: Ending }) {
  const { t } = useSpeech();
  const detail = useDataset(name);
  const [own, setOwn] = useState<TwoColumns | undefined>(undefined);
  const names = (detail.data?.columns ?? []).map((column) => column.name);
  const [first, second] = (detail.data?.columns ?? []).filter(({ type }) => type === 'string').map((column) => column.name);
  const text = first ?? names[0];
  const answer = second ?? names.find((each) => each !== text);
  const columns = own ?? (text === undefined || answer === undefined ? undefined : { text, answer });
  const pairs = usePairs(name, columns);
  if (detail.data === undefined || columns === undefined) return null;
  return (
    <>
      <ColumnChoice names={names} columns={columns} onChoose={setOwn} />
      {pairs.isFetching && <Loader size={16} aria-label={t('shell.loading')} />}
      {pairs.isError && <Refusal error={pairs.error} />}
      {pairs.data !== undefined && <ReplaceTable table={pairs.data} columns={columns} {...ending} />}
    </>
  );
}
