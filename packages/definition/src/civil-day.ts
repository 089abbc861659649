// Civil days as integers (days since 1970-01-01) and their text form. Nothing here reads a clock.

const DAY_MS = 86_400_000;
const ZERO = 48;

/** Days since 1970-01-01 of a strict `YYYY-MM-DD`; undefined for anything else, 2024-02-30 included. */
export function parseDay(text: string): number | undefined {
  return text.length === 10 ? dayAtStart(text) : undefined;
}

/** The day that the first ten units of a text say. */
function dayAtStart(text: string): number | undefined {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  // A unit that is no digit makes its number NaN, and no comparison with NaN holds.
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? daysFromCivil(year, month, day) : undefined;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** `YYYY-MM-DD` of a day number. */
export function formatDay(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Day number of a proleptic Gregorian date (Hinnant, "chrono-compatible low-level date algorithms"). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146_097 + doe - 719_468;
}

/** Inverse of `daysFromCivil`. */
export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?([Zz]|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;

/** Milliseconds since 1970 of an RFC 3339 instant (with a zone); undefined for anything else. */
export function parseInstant(text: string): number | undefined {
  const usual = usualInstant(text);
  if (usual !== undefined) return usual;
  if (!INSTANT.test(text) || dayAtStart(text) === undefined) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

/** Instants in UTC as this package and JSON write them, `…T12:34:56Z` and `…T12:34:56.789Z`; undefined for other forms. */
function usualInstant(text: string): number | undefined {
  const end = text.length - 1;
  if ((end !== 19 && end !== 23) || text.charCodeAt(end) !== 90 || text.charCodeAt(10) !== 84) return undefined;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  const day = dayAtStart(text);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (day === undefined || !(hour <= 23 && minute <= 59 && second <= 59)) return undefined;
  const ms = end === 19 ? 0 : thousandths(text);
  if (!(ms >= 0)) return undefined;
  return day * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000 + ms;
}

/** The thousandths that follow the seconds, NaN for anything else. */
function thousandths(text: string): number {
  const last = text.charCodeAt(22) - ZERO;
  return text.charCodeAt(19) === 46 && last >= 0 && last <= 9 ? twoDigits(text, 20) * 10 + last : Number.NaN;
}

/** RFC 3339 in UTC. */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString();
}

/** The civil day of an instant in a zone, as a function of milliseconds; zone look-ups are remembered per quarter hour. */
export function civilDayIn(timeZone: string): (ms: number) => number {
  if (timeZone === 'UTC' || timeZone === 'Etc/UTC') return (ms) => Math.floor(ms / DAY_MS);
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', era: 'short' });
  const seen = new Map<number, number>();
  return (ms) => {
    const quarter = Math.floor(ms / 900_000);
    const known = seen.get(quarter);
    if (known !== undefined) return known;
    const parts = new Map(format.formatToParts(quarter * 900_000).map((part) => [part.type, part.value]));
    const day = daysFromCivil(Number(parts.get('year')), Number(parts.get('month')), Number(parts.get('day')));
    if (seen.size > 100_000) seen.clear();
    seen.set(quarter, day);
    return day;
  };
}
