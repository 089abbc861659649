// Publishing the draft.
import { Modal } from '@mantine/core';
import { useStudio, useUi } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';

export function PublishDialog() {
  const { ui } = useStudio();
  const { t } = useSpeech();
  const open = useUi((state) => state.dialog === 'publish');
  return (
    <Modal
      opened={open}
      onClose={() => ui.setState({ dialog: null })}
      title={t('publish.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    />
  );
}
