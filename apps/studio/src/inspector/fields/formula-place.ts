// Where in a text a span stands, for people: line, column, and the line itself around it.

export interface PlaceInText {
  /** From 1. */
  readonly line: number;
  /** From 1, counted in characters as people see them. */
  readonly column: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const around = 28;

/** The place of a span of characters; one that lies past the end stands at the end. */
export function placeOf(text: string, span: { readonly from: number; readonly to: number }): PlaceInText {
  const from = Math.min(span.from, text.length);
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', from);
  const end = next < 0 ? text.length : next;
  const to = Math.max(from, Math.min(span.to, end));
  const before = text.slice(start, from);
  const after = text.slice(to, end);
  return {
    line: text.slice(0, from).split('\n').length,
    column: [...before].length + 1,
    before: before.length > around ? `…${before.slice(-around)}` : before,
    marked: text.slice(from, to),
    after: after.length > around ? `${after.slice(0, around)}…` : after,
  };
}
