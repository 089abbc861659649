// Rows an import refused, with line, column and reason; all of them can be saved.
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Failed, Loading } from '../app/Failed.tsx';
import { useStudio } from '../app/studio.ts';
import { download } from '../drawer/people/export-people.ts';
import { orThrow } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './import.module.css';
import { parseRejects, rejectsCsv } from './rejects.ts';

interface Props {
  readonly dataset: string;
  /** Id of the import. */
  readonly id: string;
}

const shown = 100;

export function RejectTable({ dataset, id }: Props) {
  const { server } = useStudio();
  const speech = useSpeech();
  const { t, exact } = speech;
  const rejects = useQuery({
    queryKey: ['rejects', id, speech.language],
    queryFn: async ({ signal }) => parseRejects(orThrow(await server.text('listRejects', { path: { name: dataset, id }, signal }))),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (rejects.isPending) return <Loading />;
  if (rejects.isError) return <Failed title={t('importing.noRejectsLoaded')} error={rejects.error} retry={() => void rejects.refetch()} />;
  if (rejects.data.length === 0) return null;
  return (
    <section className={classes.rejects} aria-label={t('importing.rejects')}>
      <header>
        <h2>{t('importing.rejects')}</h2>
        <Button
          variant="default"
          leftSection={<IconDownload size={14} />}
          onClick={() => download(rejectsCsv(rejects.data, speech), `${dataset}-rejects.csv`)}
        >
          {t('importing.saveRejects')}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled with the keys */}
      <div className={classes.rejectScroll} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{t('importing.line')}</th>
              <th>{t('importing.column')}</th>
              <th>{t('importing.reason')}</th>
              <th>{t('importing.content')}</th>
            </tr>
          </thead>
          <tbody>
            {rejects.data.slice(0, shown).map((reject) => (
              <tr key={`${reject.line} ${reject.column ?? ''} ${reject.code}`}>
                <td>{exact(reject.line)}</td>
                <td>{reject.column ?? '—'}</td>
                <td>
                  {reject.message}
                  {reject.loaded && <span className={classes.quiet}> {t('importing.cellOnly')}</span>}
                </td>
                <td className={classes.raw} title={reject.text ?? undefined}>
                  {reject.text ?? '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rejects.data.length > shown && (
        <p className={classes.quiet}>{t('importing.moreRejects', { n: exact(rejects.data.length - shown) })}</p>
      )}
    </section>
  );
}
