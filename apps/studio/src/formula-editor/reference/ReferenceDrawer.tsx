// The reference of the formula language beside the flow, with a search by function name.
import { Drawer, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { Markdown } from '../../inspector/help/Markdown.tsx';
import { useSpeech } from '../../words/use-words.ts';
import { referencePage, sectionsAbout, sectionsOf } from './language-reference.ts';
import classes from './reference.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onClosed: () => void;
}

export function ReferenceDrawer({ open, onClose, onClosed }: Props) {
  const { t } = useSpeech();
  return (
    <Drawer
      opened={open}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      returnFocus={false}
      position="right"
      size={720}
      title={t('formula.language')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      overlayProps={{ backgroundOpacity: 0.2 }}
    >
      <Reference />
    </Drawer>
  );
}

function Reference() {
  const { t, language } = useSpeech();
  const [word, setWord] = useState('');
  const calm = useDeferredValue(word);
  const page = useQuery({
    queryKey: ['formula-reference', language],
    queryFn: () => referencePage(language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const sections = useMemo(() => sectionsOf(page.data ?? ''), [page.data]);
  const text = useMemo(
    () =>
      sectionsAbout(sections, calm)
        .map((section) => section.text)
        .join('\n'),
    [sections, calm],
  );
  const empty = page.data === undefined ? t('shell.loading') : t('formula.notInLanguage', { text: calm });
  return (
    <div className={classes.reference}>
      <TextInput
        data-autofocus
        size="xs"
        leftSection={<IconSearch size={14} />}
        aria-label={t('formula.findInLanguage')}
        placeholder={t('formula.findInLanguage')}
        value={word}
        onChange={({ currentTarget }) => setWord(currentTarget.value)}
      />
      {text === '' ? <p>{empty}</p> : <Markdown text={text} />}
    </div>
  );
}
