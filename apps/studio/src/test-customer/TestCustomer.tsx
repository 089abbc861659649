// One customer put through the flow.
import { Modal } from '@mantine/core';
import { useStudio, useUi } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';

export function TestCustomer() {
  const { ui } = useStudio();
  const { t } = useSpeech();
  const open = useUi((state) => state.dialog === 'test');
  return (
    <Modal
      opened={open}
      onClose={() => ui.setState({ dialog: null })}
      title={t('testCustomer.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    />
  );
}
