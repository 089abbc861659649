// Tries values out while something is dragged: one question at a time, always with the newest value, and the next one
// only when the answer is there. So every state that is painted was counted, whatever the speed of the pointer.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useStudio } from '../app/studio.ts';
import { shownFlow } from '../document/document-store.ts';

export interface LiveTrial<T> {
  /** The value to be shown next. */
  readonly push: (value: T) => void;
  /** Asks nothing more. */
  readonly stop: () => void;
  /** The value that the counts on the screen belong to; null before the first answer and after the end. */
  readonly counted: T | null;
}

interface State<T> {
  wanted: T | undefined;
  waiting: boolean;
  stop: () => void;
}

/** @param show tries a value out. */
export function useLiveTrial<T>(show: (value: T) => void): LiveTrial<T> {
  const { factsStore, document } = useStudio();
  const state = useRef<State<T>>({ wanted: undefined, waiting: false, stop: () => undefined });
  // A store like the one of the facts, so that a value and its counts are always drawn together.
  const [answers] = useState(() => createStore<{ readonly counted: T | null }>(() => ({ counted: null })));
  const counted = useStore(answers, (answer) => answer.counted);
  const latest = useRef(show);
  latest.current = show;

  const next = useCallback(() => {
    const now = state.current;
    now.stop();
    const { wanted } = now;
    now.wanted = undefined;
    now.waiting = wanted !== undefined;
    if (wanted === undefined) return;
    const answered = () => {
      const { state, flow } = factsStore.getState().preview;
      return state === 'failed' || flow === shownFlow(document.getState());
    };
    // The next question is asked before the answer is drawn: the server counts while the page draws.
    const done = () => {
      now.stop();
      answers.setState({ counted: wanted });
      next();
    };
    const before = shownFlow(document.getState());
    latest.current(wanted);
    if (answered() || shownFlow(document.getState()) === before) return done();
    now.stop = factsStore.subscribe(() => {
      if (answered()) done();
    });
  }, [factsStore, document, answers]);

  const stop = useCallback(() => {
    const now = state.current;
    now.stop();
    now.wanted = undefined;
    now.waiting = false;
    answers.setState({ counted: null });
  }, [answers]);
  useEffect(() => () => state.current.stop(), []);
  const push = useCallback(
    (value: T) => {
      state.current.wanted = value;
      if (!state.current.waiting) next();
    },
    [next],
  );
  return useMemo(() => ({ push, stop, counted }), [push, stop, counted]);
}
