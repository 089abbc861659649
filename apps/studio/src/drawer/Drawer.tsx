// Results of the selected node or edge.
import { EmptyState } from '../design/EmptyState.tsx';
import { useSpeech } from '../words/use-words.ts';

export function Drawer() {
  const { t } = useSpeech();
  return <EmptyState title={t('editor.nothingSelected')} text={t('editor.nothingSelectedHint')} />;
}
