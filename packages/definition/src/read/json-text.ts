// JSON text to a value, or the place where it stops being JSON. Nesting is bounded before anything walks it.

export interface JsonFault {
  readonly code: 'json.encoding' | 'json.depth' | 'json.syntax';
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export type JsonReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: JsonFault };

const MAX_DEPTH = 1_000;

/** Reads UTF-8 bytes or text as JSON; a byte order mark is let pass. */
export function readJsonText(source: Uint8Array | string, maxDepth = MAX_DEPTH): JsonReading {
  let text: string;
  try {
    text = typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    return { ok: false, fault: { code: 'json.encoding', line: 1, column: 1 } };
  }
  const deep = tooDeep(text, maxDepth);
  if (deep !== undefined) return { ok: false, fault: { code: 'json.depth', ...placeOf(text, deep) } };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, fault: { code: 'json.syntax', ...placeOf(text, endOfJson(text)) } };
  }
}

function placeOf(text: string, position: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, position);
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') };
}

/** Position of the first bracket that nests too deep; brackets inside strings do not count. */
function tooDeep(text: string, maxDepth: number): number | undefined {
  // Fewer opening brackets than the limit cannot nest deeper; most texts end here.
  if (text.length <= maxDepth) return undefined;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      depth++;
      if (depth > maxDepth) return at;
    } else if (code === 93 || code === 125) depth--;
  }
  return undefined;
}

const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings hold no control characters
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SIMPLE = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;

/** What may come next in a text. */
type Expecting = 'value' | 'value or end' | 'name' | 'name or end' | 'more';

/** Walks a text that is not JSON up to the place where it goes wrong. */
function endOfJson(text: string): number {
  const open: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let expecting: Expecting = 'value';
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    at += length;
    return length > 0;
  };
  for (;;) {
    skip(SPACE);
    const next = text[at];
    if (next === undefined) return at;
    if (expecting === 'more') {
      if (open.length === 0) return at;
      if (next === ',') expecting = open.at(-1) === '}' ? 'name' : 'value';
      else if (next === open.at(-1)) open.pop();
      else return at;
      at++;
    } else if (next === open.at(-1) && expecting.endsWith('end')) {
      open.pop();
      at++;
      expecting = 'more';
    } else if (expecting.startsWith('name')) {
      if (!skip(STRING)) return at;
      skip(SPACE);
      if (text[at] !== ':') return at;
      at++;
      expecting = 'value';
    } else if (next === '{' || next === '[') {
      open.push(next === '{' ? '}' : ']');
      at++;
      expecting = next === '{' ? 'name or end' : 'value or end';
    } else {
      if (!skip(next === '"' ? STRING : SIMPLE)) return at;
      expecting = 'more';
    }
  }
}
