// Publishing the draft: what changes, who is where then, what stands in the way; and the versions there are.
import { Modal, SegmentedControl } from '@mantine/core';
import type { Published } from '@tierflow/api';
import { useState } from 'react';
import { useStudio, useUi } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';
import { Done } from './Done.tsx';
import { PublishForm } from './PublishForm.tsx';
import classes from './publish.module.css';
import { Versions } from './versions/Versions.tsx';

export function PublishDialog() {
  const { ui } = useStudio();
  const { t } = useSpeech();
  const open = useUi((state) => state.dialog === 'publish');
  const close = () => ui.setState({ dialog: null });
  return (
    <Modal
      opened={open}
      onClose={close}
      title={<span className={classes.title}>{t('publish.title')}</span>}
      size={860}
      classNames={{ content: classes.content, header: classes.header, body: classes.body }}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {open && <Pages />}
    </Modal>
  );
}

function Pages() {
  const { t } = useSpeech();
  const [page, setPage] = useState<'publish' | 'versions'>('publish');
  const [done, setDone] = useState<Published | null>(null);
  if (done !== null) return <Done published={done} />;
  return (
    <>
      <SegmentedControl
        className={classes.pages}
        size="xs"
        aria-label={t('publish.pages')}
        value={page}
        data={[
          { value: 'publish', label: t('publish.page') },
          { value: 'versions', label: t('publish.versions') },
        ]}
        onChange={(value) => setPage(value === 'versions' ? 'versions' : 'publish')}
      />
      {page === 'publish' ? <PublishForm onDone={setDone} /> : <Versions />}
    </>
  );
}
