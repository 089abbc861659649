// Seeded randomness for generated programs, flows and rows: a seed names a case for ever.

export interface Random {
  /** A number in [0,1). */
  readonly next: () => number;
  readonly integer: (below: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
}

/** mulberry32 (Ettinger 2017). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (below: number): number => Math.floor(next() * below);
  return {
    next,
    integer,
    pick: <T>(items: readonly T[]): T => items[integer(items.length)] as T,
    chance: (share) => next() < share,
  };
}
