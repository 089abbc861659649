// Numbers a field can take: multiples of a power of ten between bounds. Places on the grid are whole numbers, so that nothing
// is lost by adding steps up.
import { LARGEST } from '../row.ts';
import type { Path } from './path.ts';

/** Decimals and bounds of a field. */
export interface Grid {
  /** 10 to the power of its decimals. */
  readonly scale: number;
  /** Whole multiples of 1 / scale. */
  readonly low: number;
  readonly high: number;
}

/** Steps from one end to the other are whole numbers too. */
const REACH = LARGEST / 2;
/** Finer than this nothing is proposed. */
const MAX_DECIMALS = 6;

/** @param decimals whole, 0 to 6. */
export function gridOf(decimals: number, low: number, high: number): Grid {
  const scale = 10 ** Math.min(MAX_DECIMALS, Math.max(0, decimals));
  return { scale, low: Math.max(-REACH, ceilOn(low, scale)), high: Math.min(REACH, floorOn(high, scale)) };
}

/** Decimals that a number is written with, at most six. */
export function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < MAX_DECIMALS; decimals++) {
    const scale = 10 ** decimals;
    if (Math.round(value * scale) / scale === value) return decimals;
  }
  return MAX_DECIMALS;
}

/** The last multiple that is not above a value. */
function floorOn(value: number, scale: number): number {
  const near = Math.round(value * scale);
  return near / scale > value ? near - 1 : near;
}

/** The first multiple that is not below a value. */
function ceilOn(value: number, scale: number): number {
  const near = Math.round(value * scale);
  return near / scale < value ? near + 1 : near;
}

/** Where a number makes a difference: at constants it is compared with only, or anywhere. */
export interface NumberUse {
  /** Ascending, each once. */
  readonly cuts: readonly number[];
  /** It is compared with constants and nothing else: between two of them nothing changes. */
  readonly onlyCuts: boolean;
}

/** Both ways from a value: up, then down. Ways that lead out of the bounds end at them. */
export function waysFrom(value: number, grid: Grid, use: NumberUse): readonly [up: Path, down: Path] {
  return [way(value, grid, use, 1), way(value, grid, use, -1)];
}

/** One way from a value, that value itself not included. */
export function way(value: number, grid: Grid, { cuts, onlyCuts }: NumberUse, sign: 1 | -1): Path {
  const { scale, low, high } = grid;
  const first = sign > 0 ? Math.max(low, floorOn(value, scale) + 1) : Math.min(high, ceilOn(value, scale) - 1);
  const last = sign > 0 ? high : low;
  const count = Math.max(0, (last - first) * sign + 1);
  const at = (step: number): number => (first + (step - 1) * sign) / scale;
  const steps = new Set<number>();
  // Coming from outside of the bounds, the first place in them is one to look at.
  if (onlyCuts && (value < low / scale || value > high / scale)) steps.add(1);
  for (const cut of cuts) {
    const on = sign > 0 ? ceilOn(cut, scale) : floorOn(cut, scale);
    const past = sign > 0 ? floorOn(cut, scale) + 1 : ceilOn(cut, scale) - 1;
    for (const place of [on, past]) {
      const step = (place - first) * sign + 1;
      if (step >= 1 && step <= count) steps.add(step);
    }
  }
  const hints = [...steps].sort((a, b) => a - b);
  if (!onlyCuts) return { count, at, hints };
  return { count: hints.length, at: (step) => at(hints[step - 1] as number), hints: [] };
}
