// The smallest change that turns one text into another.

export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Undefined where both are the same. Never cuts a character of two code units apart. */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (isHigh(before.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1;
  if (isLow(before.charCodeAt(before.length - end))) end -= 1;
  return { from: start, to: before.length - end, text: after.slice(start, after.length - end) };
}

/** The change grown to whole words, as people would say it. */
export function wordChange(before: string, after: string): TextChange | undefined {
  const change = changeBetween(before, after);
  if (change === undefined) return undefined;
  let { from, to } = change;
  while (from > 0 && /[\p{L}\p{N}_$`]/u.test(before.charAt(from - 1))) from -= 1;
  while (to < before.length && /[\p{L}\p{N}_`]/u.test(before.charAt(to))) to += 1;
  return { from, to, text: after.slice(from, after.length - (before.length - to)) };
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
