// One customer put through the flow on the screen, beside the canvas on which their way lights up.
import { ActionIcon, Button } from '@mantine/core';
import { IconUserSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStudio, useUi } from '../app/studio.ts';
import { isComposing } from '../keyboard/typing.ts';
import { useSpeech } from '../words/use-words.ts';
import { CustomerSearch } from './CustomerSearch.tsx';
import { Result } from './Result.tsx';
import classes from './test-customer.module.css';

/** Stands in the inspector's place for as long as a customer is tested. */
export function TestCustomer() {
  const { ui } = useStudio();
  const { t } = useSpeech();
  const key = useUi((state) => state.testKey);
  const close = useClosing();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent) || event.defaultPrevented) return;
    event.stopPropagation();
    close();
  };
  return (
    <aside className={classes.panel} aria-label={t('testCustomer.title')} data-region="test" onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <IconUserSearch size={18} stroke={1.75} aria-hidden="true" />
        <h2>{t('testCustomer.title')}</h2>
        {key !== null && (
          <Button variant="subtle" size="compact-xs" onClick={() => ui.setState({ testKey: null, testPath: null })}>
            {t('testCustomer.another')}
          </Button>
        )}
        <ActionIcon size={26} aria-label={t('shell.close')} onClick={close}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      {key === null ? <CustomerSearch /> : <Result customer={key} />}
    </aside>
  );
}

/** Leaving takes the lit way off the canvas and puts the focus back where it was. */
function useClosing(): () => void {
  const { ui } = useStudio();
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = window.document.activeElement;
    return () => {
      ui.setState({ testPath: null, testKey: null });
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus({ preventScroll: true });
    };
  }, [ui]);
  return () => ui.setState({ dialog: null });
}
