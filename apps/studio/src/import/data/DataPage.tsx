// The data sets as served now.
import { Button } from '@mantine/core';
import { IconDatabase, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { DatasetDetail } from '@tierflow/api';
import { Failed, Loading } from '../../app/Failed.tsx';
import page from '../../app/page.module.css';
import { useStudio } from '../../app/studio.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { instantText } from '../../design/number-format.ts';
import { importedData, useWorkspace } from '../../server/data-queries.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './data.module.css';

export function DataPage() {
  const { server } = useStudio();
  const { t } = useSpeech();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const sets = useQuery({
    queryKey: ['datasets', 'details'],
    queryFn: async () => (await importedData(server)).details,
    refetchOnMount: 'always',
  });
  const toImport = () => void navigate({ to: '/data/import' });
  return (
    <div className={page.page}>
      <header className={page.head}>
        <div>
          <h1>{t('data.title')}</h1>
          <p>{t('data.about')}</p>
        </div>
        <Button leftSection={<IconUpload size={16} />} onClick={toImport}>
          {t('data.import')}
        </Button>
      </header>
      {workspace.data?.preparing === true && <p className={page.notice}>{t('flows.preparing')}</p>}
      {sets.isPending && <Loading />}
      {sets.isError && <Failed title={t('data.failed')} error={sets.error} retry={() => void sets.refetch()} />}
      {sets.isSuccess && sets.data.length === 0 && (
        <EmptyState
          icon={<IconDatabase size={40} stroke={1.25} />}
          title={t('data.empty')}
          text={t('data.emptyHint')}
          primary={{ label: t('data.import'), run: toImport }}
        />
      )}
      {sets.isSuccess && sets.data.length > 0 && <SetTable sets={sets.data} />}
    </div>
  );
}

function SetTable({ sets }: { readonly sets: readonly DatasetDetail[] }) {
  const { t, exact } = useSpeech();
  return (
    <table className={page.table}>
      <thead>
        <tr>
          <th>{t('data.name')}</th>
          <th>{t('data.kind')}</th>
          <th className={page.number}>{t('data.rows')}</th>
          <th className={page.number}>{t('data.columns')}</th>
          <th className={classes.key}>{t('data.key')}</th>
          <th className={classes.day}>{t('data.lastDay')}</th>
          <th className={classes.state}>{t('data.generation')}</th>
          <th className={page.time}>{t('data.importedAt')}</th>
        </tr>
      </thead>
      <tbody>
        {sets.map((set) => (
          <tr key={set.name}>
            <td>
              <Link to="/data/$name" params={{ name: set.name }} className={page.name}>
                {set.name}
              </Link>
            </td>
            <td>{t(`data.${set.kind}`)}</td>
            <td className={page.number}>{exact(set.rows)}</td>
            <td className={page.number}>{exact(set.columns.length)}</td>
            <td className={page.quiet}>{set.customer ?? set.key ?? '—'}</td>
            <td className={page.quiet}>{set.lastDay ?? '—'}</td>
            <td className={page.quiet}>{set.generation}</td>
            <td className={page.quiet}>{instantText(set.importedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
