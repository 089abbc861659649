// The draft was saved elsewhere meanwhile: the person chooses which content goes on. Nothing is lost either way.
import { Button, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { replaceFlow } from '@tierflow/flow';
import { useDocument, useStudio } from '../app/studio.ts';
import { saveAsCopy } from '../server/flow-queries.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './conflict.module.css';
import { useAutosave } from './use-autosave.ts';

export function ConflictDialog() {
  const studio = useStudio();
  const { t, title } = useSpeech();
  const autosave = useAutosave();
  const navigate = useNavigate();
  const save = useDocument((state) => state.save);
  if (save.state !== 'conflict') return null;
  const { theirs, etag } = save;
  const take = () => {
    const change = studio.document.run((flow) => replaceFlow(flow, theirs, 'theirs'));
    if (change !== undefined) autosave()?.accept(change.flow, etag);
  };
  const copy = async () => {
    const mine = studio.document.getState().history?.present;
    if (mine === undefined) return;
    const id = await saveAsCopy(studio.server, mine, t('flows.copyOf', { title: title(mine.title) }));
    take();
    void navigate({ to: '/flows/$id', params: { id } });
  };
  const choices = [
    { label: t('editor.keepMine'), hint: t('editor.keepMineHint'), run: () => autosave()?.keepMine() },
    { label: t('editor.takeTheirs'), hint: t('editor.takeTheirsHint'), run: take },
    { label: t('editor.saveAsCopy'), hint: t('editor.saveAsCopyHint'), run: () => void copy() },
  ];
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('editor.conflictTitle')}
      size={520}
    >
      <p className={classes.text}>{t('editor.conflictText')}</p>
      {choices.map(({ label, hint, run }) => (
        <div key={label} className={classes.choice}>
          <Button variant="default" onClick={run}>
            {label}
          </Button>
          <span>{hint}</span>
        </div>
      ))}
    </Modal>
  );
}
