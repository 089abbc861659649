// Why nothing was published: failed gates one by one, a draft that changed elsewhere, or the reason the runtime gave.
import { Alert, Button } from '@mantine/core';
import { replaceFlow } from '@tierflow/flow';
import { useStudio } from '../app/studio.ts';
import { useAutosave } from '../document/use-autosave.ts';
import { CallError, orThrow } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';
import { Checks } from './Checks.tsx';
import classes from './publish.module.css';
import { UnsavedError } from './use-publish.ts';

export function Refused({ error }: { readonly error: Error }) {
  const { t } = useSpeech();
  const problem = error instanceof CallError && error.failure.kind === 'problem' ? error.failure.problem : undefined;
  if (problem?.code === 'precondition.failed') return <ChangedElsewhere />;
  const text = error instanceof UnsavedError ? t('publish.unsaved') : (problem?.detail ?? t('problems.network'));
  return (
    <Alert color="red" title={t('publish.refused')} className={classes.alert} role="alert">
      <p>{text}</p>
      {problem?.diagnostics !== undefined && <Checks diagnostics={problem.diagnostics} />}
      {problem?.errors !== undefined && (
        <ul>
          {problem.errors.map((fault) => (
            <li key={`${fault.code} ${fault.pointer ?? ''}`}>{fault.message}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

/** Somebody saved the draft since: what they saved is shown before anything is published. */
function ChangedElsewhere() {
  const { server, document } = useStudio();
  const { t } = useSpeech();
  const autosave = useAutosave();
  const take = async () => {
    const id = document.getState().history?.present.id ?? '';
    const theirs = await server.call('getDraft', { path: { id } });
    const flow = orThrow(theirs);
    const change = document.run((present) => replaceFlow(present, flow, 'theirs'));
    if (change !== undefined && theirs.ok && theirs.etag !== null) autosave()?.accept(change.flow, theirs.etag);
  };
  return (
    <Alert color="yellow" title={t('publish.changedElsewhere')} className={classes.alert} role="alert">
      <p>{t('publish.changedElsewhereHint')}</p>
      <Button size="xs" variant="default" onClick={() => void take()}>
        {t('publish.takeTheirs')}
      </Button>
    </Alert>
  );
}
