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
  const title = t('inspector.helpOn', { kind: kindWord(kind, 'name', language) });
  return <HelpDrawer title={title} page={{ key: kind.kind, load: () => helpPage(kind.kind, language) }} open={open} onClose={onClose} />;
}

interface DrawerProps {
  readonly title: string;
  /** The page, under a name of its own. */
  readonly page: { readonly key: string; readonly load: () => Promise<string | undefined> };
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Any help page beside the flow. */
export function HelpDrawer({ title, page, open, onClose }: DrawerProps) {
  const { t, language } = useSpeech();
  const text = useQuery({
    queryKey: ['help', page.key, language],
    enabled: open,
    queryFn: async () => (await page.load()) ?? '',
  });
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
      <div className={classes.page}>{text.data === undefined ? t('shell.loading') : <Markdown text={text.data} />}</div>
    </Drawer>
  );
}
