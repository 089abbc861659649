// The stages that go by the last purchase as bands on an axis of days. Bands that lie above each other get lanes.
import type { Stage } from './stages.ts';

export interface Band {
  /** Place of the stage in the list. */
  readonly at: number;
  readonly id: string;
  readonly from: number;
  /** The last day; undefined for ever. */
  readonly to: number | undefined;
  /** Other limits have to hold as well. */
  readonly narrowed: boolean;
  /** 0 is next to the axis. */
  readonly lane: number;
}

export interface DayAxis {
  readonly bands: readonly Band[];
  readonly lanes: number;
  /** The last day that is shown. */
  readonly end: number;
  /** Where bands begin and end: `at` on the axis, with the day that stands in a limit. */
  readonly ticks: readonly { readonly at: number; readonly day: number }[];
}

/** Undefined where no stage goes by the last purchase. */
export function dayAxis(stages: readonly Stage[]): DayAxis | undefined {
  const found = stages.flatMap((stage, at) => {
    const { last, ...others } = stage.limits;
    if (last === undefined || (last.to !== undefined && last.to < (last.from ?? 0))) return [];
    return [{ at, id: stage.id, from: last.from ?? 0, to: last.to, narrowed: Object.keys(others).length > 0 }];
  });
  if (found.length === 0) return undefined;
  // Bands without other limits stand at the axis, the others above them.
  const lanes: (readonly Omit<Band, 'lane'>[])[] = [];
  const bands = [...found.filter(({ narrowed }) => !narrowed), ...found.filter(({ narrowed }) => narrowed)].map((band): Band => {
    const free = lanes.findIndex((taken) => taken.every((other) => apart(other, band)));
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = [...(lanes[lane] ?? []), band];
    return { ...band, lane };
  });
  const days = found.flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [to])]);
  return { bands, lanes: lanes.length, end: Math.max(1, Math.ceil(Math.max(...days) * 1.8)), ticks: ticksOf(found) };
}

type Span = Pick<Band, 'from' | 'to'>;

function apart(a: Span, b: Span): boolean {
  return (a.to !== undefined && a.to < b.from) || (b.to !== undefined && b.to < a.from);
}

/** A band begins on the axis where the one that ends the day before it ends, so both share a tick. */
function ticksOf(spans: readonly Span[]): DayAxis['ticks'] {
  const ends = new Set(spans.flatMap(({ to }) => to ?? []));
  const ticks = new Map<number, number>([[0, 0]]);
  for (const day of ends) ticks.set(day, day);
  for (const { from } of spans) if (from > 0 && !ends.has(from - 1)) ticks.set(from - 1, from);
  return [...ticks].map(([at, day]) => ({ at, day })).toSorted((a, b) => a.at - b.at);
}

/** The ticks whose labels have room, the later ones give way. */
export function roomyTicks(ticks: DayAxis['ticks'], x: (day: number) => number, room: number): DayAxis['ticks'] {
  const kept: DayAxis['ticks'][number][] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    if (before === undefined || x(tick.at) - x(before.at) >= room) kept.push(tick);
  }
  return kept;
}
