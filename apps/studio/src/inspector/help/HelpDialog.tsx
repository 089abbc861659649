// The help page of a kind beside the flow it is used in.
import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { NodeKind } from '@tierflow/compiler';
import { kindWord, useSpeech } from '../../words/use-words.ts';
import { helpPage } from './help-pages.ts';
import { Markdown } from './Markdown.tsx';
import classes from './markdown.module.css';

interface Props {
  readonly kind: NodeKind;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function HelpDialog({ kind, open, onClose }: Props) {
  const { t, language } = useSpeech();
  const page = useQuery({
    queryKey: ['help', kind.kind, language],
    enabled: open,
    queryFn: async () => (await helpPage(kind.kind, language)) ?? '',
  });
  const title = t('inspector.helpOn', { kind: kindWord(kind, 'name', language) });
  return (
    <Drawer
      opened={open}
      onClose={onClose}
      position="right"
      size={520}
      title={title}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      overlayProps={{ backgroundOpacity: 0.2 }}
    >
      <div className={classes.page}>{page.data === undefined ? t('shell.loading') : <Markdown text={page.data} />}</div>
    </Drawer>
  );
}
