// A line in somebody's hand: tried out while it moves, kept as one step of undo, or dropped as if nothing had been.
import { useRef, useState } from 'react';
import { useStudio } from '../app/studio.ts';
import { useLiveTrial } from './use-live-trial.ts';

interface Options<T> {
  readonly tryOut: (moved: T) => void;
  readonly set: (moved: T) => void;
}

export interface HeldLine<T> {
  /** What is held now. */
  readonly held: T | null;
  /** What the counts on the screen belong to, while something is held. */
  readonly counted: T | null;
  readonly move: (moved: T) => void;
  readonly keep: () => void;
  readonly drop: () => void;
}

export function useHeldLine<T>({ tryOut, set }: Options<T>): HeldLine<T> {
  const { document } = useStudio();
  const last = useRef<T | null>(null);
  const [held, setHeld] = useState<T | null>(null);
  const trial = useLiveTrial<T>(tryOut);
  const end = (): void => {
    trial.stop();
    last.current = null;
    setHeld(null);
  };
  return {
    held,
    counted: trial.counted,
    move: (moved) => {
      last.current = moved;
      setHeld(() => moved);
      trial.push(moved);
    },
    keep: () => {
      const moved = last.current;
      end();
      if (moved !== null) set(moved);
    },
    drop: () => {
      end();
      if (document.getState().trial !== null) document.tryOut(null);
    },
  };
}
