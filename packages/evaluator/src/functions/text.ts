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
  let n = 0;
  for (const _ of text) n++;
  return n;
}

/** Code points from `start` (negative from the end), at most `count`. */
export function substring(text: string, start: number, count?: number): string {
  const points = Array.from(text);
  const from = points.length + start < 0 ? 0 : start;
  if (count === undefined) return points.slice(from).join('');
  if (count <= 0) return '';
  return points.slice(from, from >= 0 ? from + count : points.length + from + count).join('');
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
  return text.replaceAll(/[a-z]+/g, (run) => run.toUpperCase());
}

export function lowercase(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (run) => run.toLowerCase());
}

export function trim(text: string): string {
  return text
    .replaceAll(/[ \t\n\r]+/g, ' ')
    .replace(/^ /, '')
    .replace(/ $/, '');
}
