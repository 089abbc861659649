// In place of people: at a node that is broken, or hangs below a broken one, nobody can be counted.
import { IconAlertCircle } from '@tabler/icons-react';
import { useDocument } from '../app/studio.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { shownFlow } from '../document/document-store.ts';
import { useNodeTitle, useSpeech } from '../words/use-words.ts';

interface Props {
  readonly node: string;
  /** Ids of the broken nodes, its own among them. */
  readonly by: readonly string[];
}

export function Blocked({ node, by }: Props) {
  const { t } = useSpeech();
  const titleOf = useNodeTitle();
  const flow = useDocument(shownFlow);
  const first = by[0] ?? node;
  const title = first === node ? t('canvas.invalid') : t('canvas.blockedBy', { title: titleOf(flow, first) });
  return <EmptyState icon={<IconAlertCircle size={32} stroke={1.25} />} title={title} text={t('drawer.blockedHint')} />;
}
