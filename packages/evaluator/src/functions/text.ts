// Reference meaning of the text functions. Length and order go by code point.

/** Order of two texts by code point: negative, zero, positive. UTF-16 order differs from U+E000 up. */
export function compareText(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Moves surrogates above the rest of the plane, which is where their code points lie. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x2000 : unit >= 0xe000 ? unit - 0x800 : unit;
}

/** Number of code points. */
export function length(text: string): number {
  let n = text.length;
  for (let i = 1; i < text.length; i++) {
    if (isSecondHalf(text.charCodeAt(i)) && isFirstHalf(text.charCodeAt(i - 1))) n--;
  }
  return n;
}

const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Code points from `start` (negative from the end), at most `count`. */
export function substring(text: string, start: number, count?: number): string {
  if (length(text) === text.length) return between(text, start, count);
  return between(Array.from(text), start, count).join('');
}

/** Of units where each is a code point: lists and texts are cut by the same rule. */
function between<T extends string | string[]>(points: T, start: number, count: number | undefined): T {
  const from = points.length + start < 0 ? 0 : start;
  if (count === undefined) return points.slice(from) as T;
  if (count <= 0) return points.slice(0, 0) as T;
  return points.slice(from, from >= 0 ? from + count : points.length + from + count) as T;
}

export function substringBefore(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}

export function substringAfter(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(at + mark.length);
}

export function uppercase(text: string): string {
  return isAscii(text) ? text.toUpperCase() : text.replaceAll(/[a-z]+/g, (run) => run.toUpperCase());
}

export function lowercase(text: string): string {
  return isAscii(text) ? text.toLowerCase() : text.replaceAll(/[A-Z]+/g, (run) => run.toLowerCase());
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

export function trim(text: string): string {
  return text
    .replaceAll(/[ \t\n\r]+/g, ' ')
    .replace(/^ /, '')
    .replace(/ $/, '');
}
