// Tries values out while something is dragged: one question at a time, always with the newest value, and the next one
// only when the answer stands on the screen. So every state that is painted is counted, whatever the speed of the pointer.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useStudio } from '../app/studio.ts';

export interface LiveTrial<T> {
  /** The value to be shown next. */
  readonly push: (value: T) => void;
  /** Asks nothing more. */
  readonly stop: () => void;
  /** The value that the counts on the screen belong to; null before the first answer and after the end. */
  readonly counted: T | null;
}

interface Options<T> {
  /** The node whose counts are waited for. */
  readonly node: string;
  /** Tries a value out. */
  readonly show: (value: T) => void;
}

interface State<T> {
  wanted: T | undefined;
  waiting: boolean;
  stop: () => void;
}

export function useLiveTrial<T>(options: Options<T>): LiveTrial<T> {
  const { factsStore } = useStudio();
  const state = useRef<State<T>>({ wanted: undefined, waiting: false, stop: () => undefined });
  // A store like the one of the facts, so that a value and its counts are always drawn together.
  const [answers] = useState(() => createStore<{ readonly counted: T | null }>(() => ({ counted: null })));
  const counted = useStore(answers, (answer) => answer.counted);
  const latest = useRef(options);
  latest.current = options;
  const { node } = options;

  const next = useCallback(() => {
    const now = state.current;
    now.stop();
    const { wanted } = now;
    now.wanted = undefined;
    now.waiting = wanted !== undefined;
    if (wanted === undefined) return;
    const answered = () => {
      const { counts, prints, preview } = factsStore.getState();
      return counts.get(node)?.print === prints.get(node) || preview.state === 'failed';
    };
    const done = () => {
      now.stop();
      answers.setState({ counted: wanted });
      // The answer is drawn before the next question is asked.
      const frame = requestAnimationFrame(next);
      now.stop = () => cancelAnimationFrame(frame);
    };
    latest.current.show(wanted);
    if (answered()) return done();
    now.stop = factsStore.subscribe(() => {
      if (answered()) done();
    });
  }, [factsStore, node, answers]);

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
