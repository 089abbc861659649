// What is shown while something is loaded, and when it could not be.
import { Loader } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { EmptyState } from '../design/EmptyState.tsx';
import { CallError } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './failed.module.css';

export function Loading() {
  const { t } = useSpeech();
  return (
    <div className={classes.loading}>
      <Loader size="sm" aria-label={t('shell.loading')} />
    </div>
  );
}

interface Props {
  readonly title: string;
  readonly error: unknown;
  readonly retry: () => void;
}

export function Failed({ title, error, retry }: Props) {
  const { t } = useSpeech();
  const problem = error instanceof CallError && error.failure.kind === 'problem' ? error.failure.problem : undefined;
  return (
    <EmptyState
      icon={<IconPlugConnectedX size={40} stroke={1.25} />}
      title={problem === undefined ? t('shell.offline') : title}
      text={problem?.detail ?? t('shell.offlineHint')}
      primary={{ label: t('shell.retry'), run: retry }}
    />
  );
}
