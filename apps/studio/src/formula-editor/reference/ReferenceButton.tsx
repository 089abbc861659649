// Opens the reference of the formula language beside the formula that is written.
import { Button } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { memo, useRef, useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { ReferenceDrawer } from './ReferenceDrawer.tsx';
import classes from './reference.module.css';

export const ReferenceButton = memo(function ReferenceButton() {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // Back to the formula: the button is only there while somebody writes.
  const leave = () => button.current?.parentElement?.querySelector<HTMLElement>('[role="group"]')?.focus({ preventScroll: true });
  return (
    <>
      <Button
        ref={button}
        className={classes.button ?? ''}
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<IconBook2 size={14} />}
        onClick={() => setOpen(true)}
      >
        {t('formula.language')}
      </Button>
      <ReferenceDrawer open={open} onClose={() => setOpen(false)} onClosed={leave} />
    </>
  );
});
