// While a connection is drawn: whether it may end on this card, and if not, why.
import { connectRefusal, type Refusal } from '@tierflow/flow';
import { useConnection } from '@xyflow/react';
import { useDocument, useStudio, useUi } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { useSpeech, type Words } from '../../words/use-words.ts';

export interface TargetRefusal {
  /** Undefined where the connection may end here. */
  readonly text: string | undefined;
  readonly open: boolean;
}

/** Undefined while no connection is drawn, and on the card it starts from. */
export function useTargetRefusal(id: string): TargetRefusal | undefined {
  const { kinds } = useStudio();
  const { t } = useSpeech();
  const drawn = useConnection((connection) =>
    connection.inProgress ? `${connection.fromNode.id} ${connection.fromHandle.type} ${connection.fromHandle.id ?? ''}` : '',
  );
  const connecting = useUi((state) => state.connecting);
  const [node, type, port] = connecting === null ? drawn.split(' ') : [connecting.node, 'source', connecting.port];
  const highlighted = connecting?.to === id;
  const refusal = useDocument((state) => {
    const flow = shownFlow(state);
    if (flow === null || node === undefined || node === '' || node === id) return undefined;
    const kind = kinds.get(flow.nodes.find((candidate) => candidate.id === id)?.kind ?? '');
    if (type === 'target') return connectRefusal(flow, { from: id, to: node }) ?? 'open';
    if (kind?.input === 'none') return 'noInput';
    return connectRefusal(flow, { from: node, port: port ?? 'out', to: id }) ?? 'open';
  });
  if (refusal === undefined) return undefined;
  return refusal === 'open'
    ? { text: undefined, open: connecting === null || highlighted }
    : { text: refusalText(refusal, t), open: false };
}

/** Why a connection is refused, in words. */
export function refusalText(refusal: Refusal, t: Words): string {
  switch (refusal) {
    case 'self':
      return t('canvas.refusedSelf');
    case 'cycle':
      return t('canvas.refusedCycle');
    case 'exists':
      return t('canvas.refusedExists');
    case 'missingNode':
      return t('canvas.refusedMissingNode');
    case 'noInput':
      return t('canvas.refusedNoInput');
    case 'noOutput':
      return t('canvas.refusedNoOutput');
  }
}
