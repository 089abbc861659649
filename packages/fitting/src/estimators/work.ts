// Long work in steps: lets others have their turn between them, and stops when told to.
import { SweepStopped } from '@tierflow/evaluator';
import type { Around } from './estimator.ts';

/** Rows looked at between two pauses. */
const ROWS_PER_TURN = 200_000;

export interface Work {
  /** Says that so many rows were looked at. Throws SweepStopped when the fit is to stop. */
  readonly rows: (n: number) => Promise<void>;
  readonly progress: (share: number) => void;
}

export function workOf({ pause, progress }: Pick<Around, 'pause' | 'progress'>): Work {
  let since = 0;
  return {
    rows: async (n) => {
      since += n;
      if (since < ROWS_PER_TURN || pause === undefined) return;
      since = 0;
      if (!(await pause())) throw new SweepStopped();
    },
    progress: progress ?? (() => undefined),
  };
}
