// Step 2: how the bytes are read, above a preview; every choice can be changed and the preview follows.
import { Alert, Button, Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Probe } from '@tierflow/api';
import { Loading } from '../../app/Failed.tsx';
import { CallError } from '../../server/server.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../import.module.css';
import type { Reading } from './draft.ts';
import { ReadingChoices } from './ReadingChoices.tsx';
import type { SourceFile } from './source-file.ts';

interface Props {
  readonly source: SourceFile;
  readonly reading: Reading;
  readonly probe: UseQueryResult<Probe>;
  readonly onRead: (reading: Reading) => void;
  readonly onOther: () => void;
}

export function ReadStep({ source, reading, probe, onRead, onOther }: Props) {
  const { t } = useSpeech();
  const found = probe.data;
  return (
    <div className={classes.step}>
      <div className={classes.reading}>
        <p className={classes.file}>
          <strong title={source.name}>{source.name}</strong>
          <Button variant="subtle" size="compact-xs" onClick={onOther}>
            {t('importing.other')}
          </Button>
        </p>
        <ReadingChoices reading={reading} found={found} onRead={onRead} />
        {probe.isFetching && found !== undefined && <Loader size={16} aria-label={t('shell.loading')} />}
      </div>
      {probe.isError ? (
        <Unreadable error={probe.error} reading={reading} onRead={onRead} onOther={onOther} name={source.name} />
      ) : found === undefined ? (
        <Loading />
      ) : (
        <Preview probe={found} dimmed={probe.isPlaceholderData} />
      )}
    </div>
  );
}

/** Why nothing can be seen, with the code that help and support know it by. */
function Unreadable({
  error,
  reading,
  name,
  onRead,
  onOther,
}: {
  readonly error: unknown;
  readonly reading: Reading;
  readonly name: string;
  readonly onRead: (reading: Reading) => void;
  readonly onOther: () => void;
}) {
  const { t } = useSpeech();
  const problem = error instanceof CallError && error.failure.kind === 'problem' ? error.failure.problem : undefined;
  const guessed = Object.keys(reading).length === 0;
  return (
    <Alert color="red" role="alert" title={problem?.detail ?? t('problems.network')} className={classes.alert}>
      {/\.(xlsx?|xlsm|ods|numbers)$/i.test(name) && <p>{t('importing.workbook')}</p>}
      {problem !== undefined && (
        <p className={classes.quiet}>
          {t('importing.code')}: <code>{problem.code}</code>
        </p>
      )}
      <div className={classes.alertTools}>
        <Button variant="default" onClick={onOther}>
          {t('importing.other')}
        </Button>
        {!guessed && (
          <Button variant="default" onClick={() => onRead({})}>
            {t('importing.guessAgain')}
          </Button>
        )}
      </div>
    </Alert>
  );
}

function Preview({ probe, dimmed }: { readonly probe: Probe; readonly dimmed: boolean }) {
  const { t } = useSpeech();
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys */}
      <div className={classes.preview} data-dimmed={dimmed || undefined} tabIndex={0}>
        <table aria-label={t('importing.preview')}>
          <thead>
            <tr>
              {probe.columns.map((column) => (
                <th key={column.name} title={column.name}>
                  {column.name}
                  <span>{t(`data.${column.type}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {probe.rows.map((row, at) => (
              <tr key={at}>
                {probe.columns.map((column, place) => (
                  <td key={column.name} data-number={column.type === 'number' || undefined} title={row[place]}>
                    {row[place] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {probe.notices.map((notice) => (
        <p key={notice.message} className={classes.notice}>
          {notice.message}
        </p>
      ))}
      <p className={classes.quiet}>
        {probe.rows.length === 0
          ? t('importing.noRows')
          : t('importing.previewOf', { rows: probe.rows.length, columns: probe.columns.length })}
      </p>
    </>
  );
}
