// Wall-clock time in a zone as an instant. Nothing here reads a clock.

const QUARTER = 900_000;
const DAY = 86_400_000;

/** Milliseconds that the zone is ahead of UTC at an instant; remembered per quarter hour. */
function offsetIn(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    era: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const seen = new Map<number, number>();
  return (ms) => {
    const quarter = Math.floor(ms / QUARTER);
    const known = seen.get(quarter);
    if (known !== undefined) return known;
    const parts = new Map(format.formatToParts(quarter * QUARTER).map((part) => [part.type, part.value]));
    const year = Number(parts.get('year')) * (parts.get('era')?.startsWith('B') ? -1 : 1);
    const wall = new Date(0);
    wall.setUTCFullYear(year, Number(parts.get('month')) - 1, Number(parts.get('day')));
    wall.setUTCHours(Number(parts.get('hour')), Number(parts.get('minute')), Number(parts.get('second')));
    const offset = wall.getTime() - quarter * QUARTER;
    if (seen.size > 200_000) seen.clear();
    seen.set(quarter, offset);
    return offset;
  };
}

/**
 * The instant of a wall-clock time, given as milliseconds since 1970 as if the wall were UTC. A time that occurs twice
 * (clocks set back) is the first one; a time that never occurs (clocks set forward) moves on by the gap.
 */
export function instantIn(timeZone: string): (wall: number) => number {
  if (timeZone === 'UTC' || timeZone === 'Etc/UTC') return (wall) => wall;
  const offset = offsetIn(timeZone);
  return (wall) => {
    const before = offset(wall - DAY);
    const after = offset(wall + DAY);
    const first = wall - before;
    if (before === after || offset(first) === before) return first;
    const second = wall - after;
    return offset(second) === after ? second : first;
  };
}

/** Whether the platform knows this IANA zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
