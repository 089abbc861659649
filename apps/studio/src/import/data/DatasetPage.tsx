// One data set: its facts, its columns, what was refused, and its states over time.
import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { DatasetDetail } from '@tierflow/api';
import { Failed, Loading } from '../../app/Failed.tsx';
import page from '../../app/page.module.css';
import { instantText } from '../../design/number-format.ts';
import { useDataset } from '../../server/data-queries.ts';
import { useSpeech } from '../../words/use-words.ts';
import { RejectTable } from '../RejectTable.tsx';
import { useFlowFrom } from '../use-flow-from.ts';
import { ColumnTable } from './ColumnTable.tsx';
import classes from './data.module.css';

export function DatasetPage() {
  const { name } = useParams({ from: '/frame/data/$name' });
  const { t } = useSpeech();
  const navigate = useNavigate();
  const dataset = useDataset(name);
  const flow = useFlowFrom();
  return (
    <div className={page.page}>
      <Link to="/data" className={page.crumb}>
        ← {t('data.backToData')}
      </Link>
      <header className={page.head}>
        <h1>{name}</h1>
        <div className={page.tools}>
          <Button variant="default" leftSection={<IconUpload size={16} />} onClick={() => void navigate({ to: '/data/import' })}>
            {t('data.import')}
          </Button>
          {dataset.isSuccess && (
            <Button loading={flow.busy} onClick={() => flow.create(name)}>
              {t('importing.createFlow')}
            </Button>
          )}
        </div>
      </header>
      {dataset.isPending && <Loading />}
      {dataset.isError && <Failed title={t('data.failed')} error={dataset.error} retry={() => void dataset.refetch()} />}
      {dataset.isSuccess && <Contents set={dataset.data} />}
    </div>
  );
}

function Contents({ set }: { readonly set: DatasetDetail }) {
  const { t } = useSpeech();
  const latest = set.generations.find(({ generation }) => generation === set.generation);
  return (
    <>
      <Facts set={set} />
      <ColumnTable set={set} />
      {set.rejected > 0 && latest !== undefined && <RejectTable dataset={set.name} id={latest.import} />}
      <States set={set} />
      {set.withoutCustomer > 0 && <p className={page.quiet}>{t('data.withoutCustomerHint')}</p>}
    </>
  );
}

function Facts({ set }: { readonly set: DatasetDetail }) {
  const { t, exact } = useSpeech();
  const facts = [
    { name: t('data.rows'), value: exact(set.rows) },
    { name: t('data.kind'), value: t(`data.${set.kind}`) },
    { name: set.kind === 'customers' ? t('importing.key') : t('importing.customer'), value: set.customer ?? set.key ?? '—' },
    ...(set.time === null ? [] : [{ name: t('data.time'), value: set.time }]),
    { name: t('data.lastDay'), value: set.lastDay ?? '—' },
    { name: t('data.generation'), value: String(set.generation) },
    { name: t('data.refused'), value: exact(set.rejected) },
    ...(set.withoutCustomer === 0 ? [] : [{ name: t('data.nobody'), value: exact(set.withoutCustomer) }]),
    ...(set.duplicates === null || set.duplicates === 0 ? [] : [{ name: t('data.duplicateRows'), value: exact(set.duplicates) }]),
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd title={value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Every import left a state; the newest is served. */
function States({ set }: { readonly set: DatasetDetail }) {
  const { t, exact } = useSpeech();
  if (set.generations.length < 2) return null;
  return (
    <section className={classes.states}>
      <h2>{t('data.states')}</h2>
      <ul>
        {set.generations.map((state) => (
          <li key={state.generation} aria-current={state.generation === set.generation || undefined}>
            <b>{state.generation}</b>
            <span>{instantText(state.importedAt)}</span>
            <span>{t('importing.loaded', { n: exact(state.rows) })}</span>
            <span>{t('importing.refused', { n: exact(state.rejected) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
