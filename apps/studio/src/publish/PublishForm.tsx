// The page of the dialog that publishes.
import { Alert, Button, Textarea } from '@mantine/core';
import type { Published } from '@tierflow/api';
import type { Diagnostic } from '@tierflow/definition';
import { useMemo, useState } from 'react';
import { Failed, Loading } from '../app/Failed.tsx';
import { useDocument, useFacts, useStudio } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';
import { Checks } from './Checks.tsx';
import { ChooseData } from './ChooseData.tsx';
import { Changes } from './changes/Changes.tsx';
import { Moves } from './impact/Moves.tsx';
import { TierTable } from './impact/TierTable.tsx';
import classes from './publish.module.css';
import { Refused } from './Refused.tsx';
import { unreadableParts } from './unreadable.ts';
import { type DataChoice, useOutcome, useVersions } from './use-outcome.ts';
import { usePublish } from './use-publish.ts';

export function PublishForm({ onDone }: { readonly onDone: (published: Published) => void }) {
  const { ui } = useStudio();
  const { t } = useSpeech();
  const [choice, setChoice] = useState<DataChoice>({ asOf: undefined, generation: undefined });
  const [note, setNote] = useState('');
  const outcome = useOutcome(choice);
  const versions = useVersions();
  const local = useFacts((state) => state.diagnostics);
  const compilation = useFacts((state) => state.compilation);
  const unreadable = useMemo(() => unreadableParts(compilation), [compilation]);
  const published = useDocument((state) => state.published);
  const publish = usePublish();
  if (outcome.isError && outcome.data === undefined)
    return <Failed title={t('publish.uncounted')} error={outcome.error} retry={() => void outcome.refetch()} />;
  if (outcome.data === undefined) return <Loading />;
  const diagnostics = [...merged(outcome.data.diagnostics, local), ...unreadable];
  const blocked = diagnostics.some(({ severity }) => severity === 'error');
  const { asOf, generation } = outcome.data;
  const send = () =>
    publish.mutate({ asOf, generation, ...(note.trim() === '' ? {} : { note: note.trim() }) }, { onSuccess: (value) => onDone(value) });
  return (
    <>
      <div className={classes.scroll}>
        <div className={classes.columns}>
          <div>
            <Section title={published === null ? t('publish.first') : t('publish.changes', { version: published.version })}>
              <Changes />
            </Section>
            <Section title={t('publish.checks')}>
              <Checks diagnostics={diagnostics} />
            </Section>
            <Moves impact={outcome.data} />
          </div>
          <div>
            <Section title={t('publish.people')}>
              <TierTable impact={outcome.data} dimmed={outcome.isPlaceholderData} />
            </Section>
            <Section title={t('publish.on')}>
              <ChooseData choice={choice} outcome={outcome.data} onChoose={setChoice} />
              {outcome.isError && <Alert color="red">{t('publish.uncounted')}</Alert>}
            </Section>
            <Textarea
              size="xs"
              rows={2}
              maxLength={2000}
              label={t('publish.note')}
              placeholder={t('publish.noteHint')}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </div>
        </div>
        {publish.isError && <Refused error={publish.error} />}
      </div>
      <footer className={classes.foot}>
        <span className={classes.quiet}>{blocked ? t('publish.blocked') : t('publish.effect')}</span>
        <Button variant="default" onClick={() => ui.setState({ dialog: null })}>
          {t('shell.cancel')}
        </Button>
        <Button disabled={blocked || outcome.isPlaceholderData || outcome.isError} loading={publish.isPending} onClick={send}>
          {t('publish.publish', { version: nextVersion(versions.data?.versions.map(({ version }) => version)) })}
        </Button>
      </footer>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className={classes.section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function nextVersion(versions: readonly number[] | undefined): number {
  return Math.max(0, ...(versions ?? [])) + 1;
}

/** The runtime's remarks, and those of the page that it does not repeat. */
function merged(answered: readonly Diagnostic[], local: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ code, at }: Diagnostic) => JSON.stringify([code, at.node, at.path]);
  const known = new Set(answered.map(keyOf));
  return [...answered, ...local.filter((diagnostic) => !known.has(keyOf(diagnostic)))];
}
