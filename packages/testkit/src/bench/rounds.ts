// Timing in interleaved rounds, so that what else the machine does falls on all contestants alike. Medians.

/** Milliseconds from some moment on. */
type Clock = () => number;

/** What a person waits. */
const wallTime: Clock = () => performance.now();

/** What the process computes, by all its threads: for work in one thread, a busy machine does not change it. */
export const processorTime: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

export interface Contestant {
  readonly name: string;
  /** Work per call, e.g. records decided. */
  readonly units: number;
  readonly run: () => unknown;
}

export interface Timing {
  readonly name: string;
  /** Median milliseconds per call. */
  readonly ms: number;
  readonly perSecond: number;
}

/** Times every contestant once per round, in turn. */
export async function timeInRounds(
  contestants: readonly Contestant[],
  rounds: number,
  clock: Clock = wallTime,
): Promise<readonly Timing[]> {
  const times = contestants.map((): number[] => []);
  for (let round = -2; round < rounds; round++) {
    for (const [at, contestant] of contestants.entries()) {
      const start = clock();
      await contestant.run();
      const spent = clock() - start;
      if (round >= 0) times[at]?.push(spent);
    }
  }
  return contestants.map(({ name, units }, at) => {
    const sorted = (times[at] ?? []).toSorted((a, b) => a - b);
    const ms = sorted[sorted.length >> 1] ?? Number.NaN;
    return { name, ms, perSecond: (units / ms) * 1000 };
  });
}

/** A table with ratios to the contestant named `to`. */
export function printTimings(title: string, timings: readonly Timing[], to: string, perUnit: boolean): void {
  const base = timings.find((timing) => timing.name === to)?.ms ?? Number.NaN;
  const width = Math.max(...timings.map((timing) => timing.name.length));
  console.log(`\n${title}`);
  for (const { name, ms, perSecond } of timings) {
    const figure = perUnit ? `${Math.round(perSecond).toLocaleString('en')}/s` : `${ms.toFixed(2)} ms`;
    console.log(`  ${name.padEnd(width)}  ${figure.padStart(16)}  ${(ms / base).toFixed(ms / base < 10 ? 2 : 0).padStart(8)} × ${to}`);
  }
}
