// A table from a file that is chosen here. The runtime reads it; how it was read can be changed.
import { Alert, Button, Loader } from '@mantine/core';
import type { TextTable } from '@tierflow/api';
import { useRef, useState } from 'react';
import type { Reading } from '../../../import/wizard/draft.ts';
import { ReadingChoices } from '../../../import/wizard/ReadingChoices.tsx';
import { useSpeech } from '../../../words/use-words.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { likelyColumns, type TwoColumns } from './columns-choice.ts';
import type { Ending } from './ending.ts';
import classes from './own-table.module.css';
import { Refusal } from './Refusal.tsx';
import { ReplaceTable } from './ReplaceTable.tsx';
import { useFileRows } from './use-own-source.ts';
import { usePeopleValues } from './use-people-values.ts';

export function FromFile(ending: Ending) {
  const { t } = useSpeech();
  const [chosen, setChosen] = useState<{ readonly file: File; readonly serial: number } | null>(null);
  const [reading, setReading] = useState<Reading>({});
  const field = useRef<HTMLInputElement>(null);
  const rows = useFileRows(chosen?.file ?? null, chosen?.serial ?? 0, reading);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setReading({});
    setChosen({ file, serial: (chosen?.serial ?? 0) + 1 });
  };
  const read = rows.data?.file;
  return (
    <>
      <div className={classes.line}>
        <Button size="xs" variant={chosen === null ? 'filled' : 'default'} onClick={() => field.current?.click()}>
          {t(chosen === null ? 'tables.choose' : 'importing.other')}
        </Button>
        <span className={classes.file}>{chosen?.file.name ?? t('tables.formats')}</span>
        {rows.isFetching && <Loader size={16} aria-label={t('shell.loading')} />}
        <input
          ref={field}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
          className="tf-visually-hidden"
          tabIndex={-1}
          aria-label={t('tables.choose')}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {read !== null && read !== undefined && (
        <div className={classes.line}>
          <ReadingChoices reading={reading} found={read} onRead={setReading} />
        </div>
      )}
      {rows.isError && <Refusal error={rows.error} />}
      {rows.data !== undefined && <Columns key={`${chosen?.serial} ${rows.dataUpdatedAt}`} table={rows.data} ending={ending} />}
    </>
  );
}

function Columns({ table, ending }: { readonly table: TextTable; readonly ending: Ending }) {
  const { t, exact } = useSpeech();
  const values = usePeopleValues();
  const [own, setOwn] = useState<TwoColumns | undefined>(undefined);
  const columns = own ?? likelyColumns(table, values?.map(({ value }) => value) ?? []);
  if (columns === undefined) return <Alert color="red">{t('tables.oneColumn')}</Alert>;
  const { unreadable } = table;
  return (
    <>
      <ColumnChoice names={table.columns} columns={columns} onChoose={setOwn} />
      {unreadable.length > 0 && (
        <p className={classes.note} data-warn>
          {t('tables.unreadable', { count: unreadable.length, n: exact(unreadable.length), lines: unreadable.slice(0, 10).join(', ') })}
        </p>
      )}
      <ReplaceTable table={table} columns={columns} {...ending} />
    </>
  );
}
