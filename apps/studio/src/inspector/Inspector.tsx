// Settings of the selected node.

import { useUi } from '../app/studio.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { useSpeech } from '../words/use-words.ts';

export function Inspector() {
  const { t } = useSpeech();
  const count = useUi((state) => state.selectedNodes.size);
  if (count > 1) return <EmptyState title={t('editor.manySelected', { count })} text={t('editor.nothingSelectedHint')} />;
  return <EmptyState title={t('editor.nothingSelected')} text={t('editor.nothingSelectedHint')} />;
}
