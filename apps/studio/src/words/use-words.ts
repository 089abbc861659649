// Words, numbers and names in the language that is chosen.
import type { NodeKind } from '@tierflow/compiler';
import { type Diagnostic, type LocalText, renderMessage } from '@tierflow/definition';
import { type Flow, type FlowNode, localText, type Title } from '@tierflow/flow';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences, useStudio } from '../app/studio.ts';
import { durationText, exactCount, type Language, percent, shortCount, textIn } from '../design/number-format.ts';

export type Words = TFunction;

/** Everything a component needs to speak. */
export interface Speech {
  readonly t: Words;
  readonly language: Language;
  /** 12,480 */
  readonly exact: (n: number) => string;
  /** 124K where room is short. */
  readonly short: (n: number) => string;
  readonly percent: (share: number) => string;
  readonly duration: (milliseconds: number) => string;
  readonly text: (text: LocalText) => string;
  readonly title: (title: Title) => string;
}

/** The speech of the language that is chosen; stable until it changes. */
export function useSpeech(): Speech {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return useMemo(() => speechOf(t, language), [t, language]);
}

/** A speech outside of components. */
export function speechOf(t: Words, language: Language): Speech {
  return {
    t,
    language,
    exact: (n) => exactCount(n, language),
    short: (n) => shortCount(n, language),
    percent: (share) => percent(share, language),
    duration: (milliseconds) => durationText(milliseconds, language),
    text: (text) => textIn(text, language),
    title: (title) => textIn(localText(title), language),
  };
}

/** A kind's own word (`name`, `about`, labels of its form); the key itself where it has none. */
export function kindWord(kind: NodeKind | undefined, key: string, language: Language, params: Diagnostic['params'] = {}): string {
  const messages = kind?.messages[language];
  if (messages !== undefined && Object.hasOwn(messages, key)) return renderMessage(messages, key, params);
  return renderMessage(kind?.messages.en ?? {}, key, params);
}

/** The name on a card: what was typed, else the kind's name. */
export function nodeTitle(node: FlowNode | undefined, kind: NodeKind | undefined, language: Language): string {
  if (node === undefined) return '';
  if (node.title !== undefined) return textIn(localText(node.title), language);
  return kind === undefined ? node.kind : kindWord(kind, 'name', language);
}

/** Names nodes of a flow by id. */
export function useNodeTitle(): (flow: Flow | null, id: string) => string {
  const { kinds } = useStudio();
  const language = usePreferences((state) => state.language);
  return useMemo(
    () => (flow, id) => {
      const node = flow?.nodes.find((candidate) => candidate.id === id);
      return node === undefined ? id : nodeTitle(node, kinds.get(node.kind), language);
    },
    [kinds, language],
  );
}
