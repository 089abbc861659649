// How a score is drawn: bars with their edges, the part of the axis that is shown, and the step that lines move by.
import type { Histogram } from '@tierflow/api';

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

export interface ScoreScale {
  readonly bars: readonly Bar[];
  /** Shown scores. */
  readonly view: readonly [number, number];
  /** Lowest and highest score there is. */
  readonly ends: readonly [number, number];
  readonly step: number;
  /** People beyond the shown scores. */
  readonly beyond: number;
}

/**
 * The scale of a histogram. Scores with few values get one bar each, which begins at its value, so that a line at the value
 * stands before it. `decimals` is what the compiler knows of the score. A long thin tail is cut off, but never before a line.
 */
export function scoreScale(histogram: Histogram, decimals: number | undefined, lines: readonly number[]): ScoreScale | undefined {
  const [min, max] = [Number(histogram.min), Number(histogram.max)];
  if (histogram.min === null || histogram.max === null || !Number.isFinite(min) || !Number.isFinite(max)) return undefined;
  const values = histogram.values?.flatMap(({ value, n }) => (typeof value === 'number' ? [{ value, n }] : [])) ?? [];
  if (values.length > 0 && values.length <= 80) return withEnds(valueBars(values, decimals), [min, max], decimals, lines);
  const width = (max - min) / Math.max(1, histogram.counts.length);
  const bars = histogram.counts.map((n, at) => ({ from: min + at * width, to: min + (at + 1) * width, n }));
  return withEnds(
    width === 0 ? valueBars([{ value: min, n: bars.reduce((sum, bar) => sum + bar.n, 0) }], decimals) : bars,
    [min, max],
    decimals,
    lines,
  );
}

function valueBars(values: readonly { readonly value: number; readonly n: number }[], decimals: number | undefined): readonly Bar[] {
  const sorted = values.toSorted((a, b) => a.value - b.value);
  const gaps = sorted.slice(1).map(({ value }, at) => value - (sorted[at]?.value ?? value));
  const unit = decimals === undefined ? 1 : 10 ** -decimals;
  const gap = gaps.length === 0 ? unit : Math.min(...gaps);
  return sorted.map(({ value, n }) => ({ from: value, to: value + gap, n }));
}

function withEnds(
  bars: readonly Bar[],
  ends: readonly [number, number],
  decimals: number | undefined,
  lines: readonly number[],
): ScoreScale {
  const total = bars.reduce((sum, bar) => sum + bar.n, 0);
  const first = bars[0]?.from ?? ends[0];
  const last = bars.at(-1)?.to ?? ends[1];
  const body = bodyEnd(bars, total);
  const low = Math.min(first, ...lines);
  const room = (Math.max(body, ...lines) - low) * 0.06;
  const high =
    body < last ? Math.min(last, Math.max(body, ...lines.map((line) => line + room))) : Math.max(last, ...lines.map((line) => line + room));
  const beyond = bars.filter((bar) => bar.from >= high).reduce((sum, bar) => sum + bar.n, 0);
  return { bars: bars.filter((bar) => bar.from < high), view: [low, high], ends, step: stepOf([low, high], decimals), beyond };
}

/** Where all but the last half percent of people end, if what follows would take more than half of the room. */
function bodyEnd(bars: readonly Bar[], total: number): number {
  const last = bars.at(-1)?.to ?? 0;
  const first = bars[0]?.from ?? 0;
  let seen = 0;
  for (const bar of bars) {
    seen += bar.n;
    if (seen >= 0.995 * total) return bar.to - first < 0.5 * (last - first) ? bar.to : last;
  }
  return last;
}

/** One unit of the last decimal where the score has few; else a round part of what is shown, about a 400th. */
export function stepOf([low, high]: readonly [number, number], decimals: number | undefined): number {
  const rough = (high - low) / 400;
  const unit = decimals === undefined ? 0 : 10 ** -decimals;
  if (unit > 0 && (high - low) / unit <= 400) return Number(unit.toPrecision(1));
  if (rough <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const round = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10;
  return Math.max(unit, Number((round * power).toPrecision(1)));
}
