// Text while it is being typed. It follows the value from outside until somebody types; it is kept when the field loses
// focus, on Enter, and when the field goes away, so that nothing typed is lost.
import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isComposing } from '../../keyboard/typing.ts';

interface Options {
  readonly value: string;
  /** Takes what was typed, also where it is what stood there before; false where it cannot be kept as it is: then it stays in the field. */
  readonly commit: (text: string) => boolean;
  /** Enter starts a new line; only Ctrl+Enter keeps the text. */
  readonly multiline?: boolean;
  readonly onDraft?: (text: string | null) => void;
}

export interface Draft {
  readonly text: string;
  readonly typing: boolean;
  /** What was typed cannot be kept. */
  readonly refused: boolean;
  readonly type: (text: string) => void;
  readonly keep: () => void;
  readonly drop: () => void;
  /** For a text field. */
  readonly bind: {
    readonly value: string;
    readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
    readonly onBlur: (event: FocusEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

export function useDraft({ value, commit, multiline = false, onDraft }: Options): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const latest = useRef({ draft, commit });
  latest.current = { draft, commit };
  const put = (text: string | null) => {
    latest.current.draft = text;
    setDraft(text);
    onDraft?.(text);
  };
  const keep = () => {
    const { draft: typed, commit: take } = latest.current;
    if (typed === null) return;
    const fine = take(typed);
    setRefused(!fine);
    if (fine) put(null);
  };
  const drop = () => {
    setRefused(false);
    put(null);
  };
  useEffect(
    () => () => {
      const { draft: typed, commit: take } = latest.current;
      if (typed !== null) take(typed);
    },
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      keep();
    }
    if (event.key === 'Escape' && latest.current.draft !== null) {
      event.stopPropagation();
      drop();
    }
  };
  const text = draft ?? value;
  const type = (next: string) => {
    setRefused(false);
    put(next);
  };
  return {
    text,
    typing: draft !== null,
    refused,
    type,
    keep,
    drop,
    bind: { value: text, onChange: (event) => type(event.currentTarget.value), onBlur: () => keep(), onKeyDown },
  };
}
