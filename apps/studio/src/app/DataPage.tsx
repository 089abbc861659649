// Data sets, and the columns of one of them.
import { Button } from '@mantine/core';
import { IconDatabase, IconUpload } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ColumnProfile } from '@tierflow/api';
import { EmptyState } from '../design/EmptyState.tsx';
import { instantText } from '../design/number-format.ts';
import { useDataset, useDatasets } from '../server/data-queries.ts';
import { useSpeech } from '../words/use-words.ts';
import { Failed, Loading } from './Failed.tsx';
import classes from './page.module.css';

export function DataPage() {
  const { t, exact } = useSpeech();
  const datasets = useDatasets();
  const navigate = useNavigate();
  const toImport = () => void navigate({ to: '/data/import' });
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>{t('data.title')}</h1>
          <p>{t('data.about')}</p>
        </div>
        <Button leftSection={<IconUpload size={16} />} onClick={toImport}>
          {t('data.import')}
        </Button>
      </header>
      {datasets.isPending && <Loading />}
      {datasets.isError && <Failed title={t('data.failed')} error={datasets.error} retry={() => void datasets.refetch()} />}
      {datasets.isSuccess && datasets.data.length === 0 && (
        <EmptyState
          icon={<IconDatabase size={40} stroke={1.25} />}
          title={t('data.empty')}
          text={t('data.emptyHint')}
          primary={{ label: t('data.import'), run: toImport }}
        />
      )}
      {datasets.isSuccess && datasets.data.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('data.name')}</th>
              <th className={classes.kind}>{t('data.kind')}</th>
              <th className={classes.number}>{t('data.rows')}</th>
              <th className={classes.number}>{t('data.columns')}</th>
              <th className={classes.kind}>{t('data.key')}</th>
              <th className={classes.time}>{t('data.importedAt')}</th>
            </tr>
          </thead>
          <tbody>
            {datasets.data.map((set) => (
              <tr key={set.name}>
                <td>
                  <Link to="/data/$name" params={{ name: set.name }} className={classes.name}>
                    {set.name}
                  </Link>
                </td>
                <td>{t(`data.${set.kind}`)}</td>
                <td className={classes.number}>{exact(set.rows)}</td>
                <td className={classes.number}>{exact(set.columns)}</td>
                <td className={classes.quiet}>{set.customer ?? set.key ?? '—'}</td>
                <td className={classes.quiet}>{instantText(set.importedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

export function DatasetPage() {
  const { name } = useParams({ from: '/frame/data/$name' });
  const { t, exact } = useSpeech();
  const dataset = useDataset(name);
  return (
    <div className={classes.page}>
      <Link to="/data" className={classes.crumb}>
        ← {t('data.backToData')}
      </Link>
      <header className={classes.head}>
        <h1>{name}</h1>
      </header>
      {dataset.isPending && <Loading />}
      {dataset.isError && <Failed title={t('data.failed')} error={dataset.error} retry={() => void dataset.refetch()} />}
      {dataset.isSuccess && (
        <>
          <p className={classes.facts}>
            <span>{t(`data.${dataset.data.kind}`)}</span>
            <span>
              {t('data.rows')}: {exact(dataset.data.rows)}
            </span>
            {dataset.data.time !== null && (
              <span>
                {t('data.time')}: {dataset.data.time}
              </span>
            )}
            {dataset.data.rejected > 0 && <span>{t('data.rejected', { n: exact(dataset.data.rejected) })}</span>}
            {dataset.data.withoutCustomer > 0 && <span>{t('data.withoutCustomer', { n: exact(dataset.data.withoutCustomer) })}</span>}
            {(dataset.data.duplicates ?? 0) > 0 && <span>{t('data.duplicates', { n: exact(dataset.data.duplicates ?? 0) })}</span>}
          </p>
          <ColumnTable name={name} columns={dataset.data.columns} />
        </>
      )}
    </div>
  );
}

function ColumnTable({ name, columns }: { readonly name: string; readonly columns: readonly ColumnProfile[] }) {
  const { t, exact, percent } = useSpeech();
  return (
    <table className={classes.table} aria-label={t('data.profile', { name })}>
      <thead>
        <tr>
          <th>{t('data.column')}</th>
          <th className={classes.type}>{t('data.type')}</th>
          <th className={classes.kind}>{t('data.fill')}</th>
          <th className={classes.number}>{t('data.distinct')}</th>
          <th>{t('data.range')}</th>
          <th>{t('data.samples')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => {
          const fill = column.rows === 0 ? 0 : 1 - column.missing / column.rows;
          return (
            <tr key={column.name}>
              <td className={classes.name}>{column.name}</td>
              <td>{t(`data.${column.type}`)}</td>
              <td>
                <span className={classes.fill}>
                  <i style={{ width: `${100 * fill}%` }} />
                </span>
                {percent(fill)}
              </td>
              <td className={classes.number}>{column.distinct === null ? '—' : exact(column.distinct)}</td>
              <td className={classes.quiet}>{column.low === null ? '—' : `${column.low} – ${column.high}`}</td>
              <td className={classes.quiet}>{column.samples.filter((sample) => sample !== null).join(', ')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
