// A node of a kind this studio does not carry: it stays in the flow as it is.
import { useDocument } from '../../app/studio.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { shownFlow } from '../../document/document-store.ts';
import { useSpeech } from '../../words/use-words.ts';

export function UnknownKind({ id }: { readonly id: string }) {
  const { t } = useSpeech();
  const kind = useDocument((state) => shownFlow(state)?.nodes.find((node) => node.id === id)?.kind);
  return <EmptyState title={t('canvas.unknownKind')} text={t('inspector.unknownKind', { kind: kind ?? '' })} />;
}
