// Why a file or a data set gives no table, with the code that help and support know it by.
import { Alert } from '@mantine/core';
import { CallError } from '../../../server/server.ts';
import { useSpeech } from '../../../words/use-words.ts';
import classes from './own-table.module.css';

export function Refusal({ error }: { readonly error: unknown }) {
  const { t } = useSpeech();
  const problem = error instanceof CallError && error.failure.kind === 'problem' ? error.failure.problem : undefined;
  return (
    <Alert color="red" role="alert" title={problem?.detail ?? t('problems.network')}>
      {problem !== undefined && (
        <span className={classes.code}>
          {t('importing.code')}: <code>{problem.code}</code>
        </span>
      )}
    </Alert>
  );
}
