// Everything a card shows, gathered from the document, the compiler's facts and the counts of its own node only.
import type { NodeCount } from '@tierflow/api';
import type { NodeFacts, NodeKind } from '@tierflow/compiler';
import type { Diagnostic } from '@tierflow/definition';
import { useStore as useCanvas } from '@xyflow/react';
import { useMemo } from 'react';
import { useDocument, useFacts, usePreferences, useStudio, useUi } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { useDiagnosticText } from '../../words/use-diagnostic-text.ts';
import { kindWord, nodeTitle, useSpeech } from '../../words/use-words.ts';
import { baseOf, cardNumber, type PortPlaces, portPlaces, shareOf } from './card-model.ts';

/** Below this zoom a card shows its name and count in large type only. */
export const farZoom = 0.62;

export interface Card {
  readonly kind: NodeKind | undefined;
  readonly kindName: string;
  readonly title: string;
  readonly summary: string;
  readonly facts: NodeFacts | undefined;
  readonly places: PortPlaces;
  /** Latest counts; null people while it is blocked. */
  readonly count: NodeCount | undefined;
  /** The counts belong to an older content. */
  readonly computing: boolean;
  /** So they do, and no newer ones are on their way. */
  readonly stale: boolean;
  /** People that percentages on this card refer to. */
  readonly base: number | undefined;
  /** The card's number. */
  readonly number: number | null;
  /** Share of the base of that number. */
  readonly share: number | undefined;
  /** Why there are no counts. */
  readonly reason: string | undefined;
  readonly problem: { readonly severity: Diagnostic['severity']; readonly text: string } | undefined;
  readonly problems: readonly Diagnostic[];
  /** Edges that lead here. */
  readonly inputs: number;
  readonly far: boolean;
  readonly path: 'on' | 'off' | undefined;
}

const rank = { error: 0, warning: 1, info: 2 } as const;

/** The card of a node; undefined when the node is gone. */
export function useCard(id: string): Card | undefined {
  const { kinds } = useStudio();
  const speech = useSpeech();
  const say = useDiagnosticText();
  const node = useDocument((state) => shownFlow(state)?.nodes.find((candidate) => candidate.id === id));
  const inputs = useDocument((state) => shownFlow(state)?.edges.filter((edge) => edge.to === id).length ?? 0);
  const facts = useFacts((state) => state.compilation?.nodes.get(id));
  const count = useFacts((state) => state.counts.get(id)?.value);
  const old = useFacts((state) => !state.counts.has(id) || state.counts.get(id)?.print !== state.prints.get(id));
  const failed = useFacts((state) => state.preview.state === 'failed');
  const problems = useProblems(id);
  const base = useBase(id);
  const reasonTitle = useBlockingTitle(id, facts);
  const far = useCanvas((state) => state.transform[2] < farZoom);
  const path = useUi((state) => (state.testPath === null ? undefined : state.testPath.nodes[id]?.in === true ? 'on' : 'off'));
  const kind = node === undefined ? undefined : kinds.get(node.kind);
  return useMemo(() => {
    if (node === undefined) return undefined;
    const first = [...problems].sort((a, b) => rank[a.severity] - rank[b.severity])[0];
    const problem = first === undefined || first.severity === 'info' ? undefined : { severity: first.severity, text: say(first) };
    const blocked = facts?.blockedBy !== undefined;
    const number = blocked ? null : cardNumber(count, facts?.ports ?? []);
    const reason = !blocked
      ? undefined
      : reasonTitle === undefined
        ? speech.t('canvas.invalid')
        : speech.t('canvas.blockedBy', { title: reasonTitle });
    return {
      kind,
      kindName: kind === undefined ? node.kind : kindWord(kind, 'name', speech.language),
      title: nodeTitle(node, kind, speech.language),
      summary: facts?.summary === undefined ? '' : speech.text(facts.summary),
      facts,
      places: portPlaces(facts?.ports ?? []),
      count: blocked ? undefined : count,
      number,
      computing: !blocked && old && !failed,
      stale: !blocked && old && failed,
      base,
      share: shareOf(number, base),
      reason,
      problem: problem?.severity === 'error' ? problem : undefined,
      problems,
      inputs,
      far,
      path,
    };
  }, [node, kind, facts, count, old, failed, problems, base, reasonTitle, inputs, far, path, speech, say]);
}

const noProblems: readonly Diagnostic[] = [];

function useProblems(id: string): readonly Diagnostic[] {
  const all = useFacts((state) => state.diagnostics);
  const own = useMemo(() => all.filter((diagnostic) => diagnostic.at.node === id), [all, id]);
  const key = JSON.stringify(own);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same remarks keep their identity, so that the card is not drawn again
  return useMemo(() => (own.length === 0 ? noProblems : own), [key]);
}

function useBase(id: string): number | undefined {
  const base = usePreferences((state) => state.base);
  const flow = useDocument(shownFlow) ?? undefined;
  return useFacts((state) => (flow === undefined ? undefined : baseOf(flow, id, base, (other) => state.counts.get(other)?.value)));
}

/** The first broken node above, by name; undefined where the node itself is broken. */
function useBlockingTitle(id: string, facts: NodeFacts | undefined): string | undefined {
  const { kinds } = useStudio();
  const { language } = useSpeech();
  const blocker = facts?.blockedBy?.[0];
  return useDocument((state) => {
    if (blocker === undefined || blocker === id) return undefined;
    const node = shownFlow(state)?.nodes.find((candidate) => candidate.id === blocker);
    return node === undefined ? undefined : nodeTitle(node, kinds.get(node.kind), language);
  });
}
