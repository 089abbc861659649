// Tells screen readers, once the counts have settled, what the selected node counts now.
import { useEffect, useRef } from 'react';
import { cardNumber } from '../canvas/card/card-model.ts';
import { useDiagnosticText } from '../words/use-diagnostic-text.ts';
import { useNodeTitle, useSpeech } from '../words/use-words.ts';
import { useFacts, useStudio, useUi } from './studio.ts';
import { announce } from './ui-store.ts';

const settled = 600;

/** Says the first error that an edit brought. */
export function useErrorAnnouncements(): void {
  const { ui } = useStudio();
  const say = useDiagnosticText();
  const errors = useFacts((state) => state.diagnostics.filter((each) => each.severity === 'error').length);
  const first = useFacts((state) => state.diagnostics.find((each) => each.severity === 'error'));
  const before = useRef(errors);
  const latest = useRef({ first, say });
  latest.current = { first, say };
  useEffect(() => {
    const more = errors > before.current;
    before.current = errors;
    if (!more) return;
    const timer = setTimeout(() => {
      const { first: error, say: words } = latest.current;
      if (error !== undefined) announce(ui, words(error), true);
    }, settled);
    return () => clearTimeout(timer);
  }, [errors, ui]);
}

/** Speaks of the selected node only, and only when its number changed. */
export function useCountAnnouncements(): void {
  const { ui, document } = useStudio();
  const { t, exact } = useSpeech();
  const titleOf = useNodeTitle();
  const id = useUi((state) => (state.selectedNodes.size === 1 ? [...state.selectedNodes][0] : undefined));
  const n = useFacts((state) => {
    if (id === undefined) return undefined;
    return cardNumber(state.counts.get(id)?.value, state.compilation?.nodes.get(id)?.ports ?? []) ?? undefined;
  });
  const last = useRef<{ readonly id: string | undefined; readonly n: number | undefined }>({ id: undefined, n: undefined });
  useEffect(() => {
    const before = last.current;
    if (id === undefined || n === undefined || before.id !== id || before.n === undefined) {
      last.current = { id, n };
      return;
    }
    if (before.n === n) return;
    const timer = setTimeout(() => {
      const title = titleOf(document.getState().history?.present ?? null, id);
      announce(ui, t('canvas.changed', { title, n: exact(n), before: exact(before.n ?? 0) }));
      last.current = { id, n };
    }, settled);
    return () => clearTimeout(timer);
  }, [id, n, ui, document, t, exact, titleOf]);
}
