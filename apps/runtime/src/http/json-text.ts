// JSON text → value, or where it stops being JSON (line and column, counted from 1).
import { isUtf8 } from 'node:buffer';
import type { FaultAt } from './refusal.ts';

/** Deeper nesting is refused before it is parsed. */
const MAX_DEPTH = 64;
const BYTE_ORDER_MARK = 0xfeff;

export type JsonOutcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: FaultAt };

/** Reads UTF-8 bytes as JSON. A leading byte order mark is allowed. */
export function readJson(bytes: Uint8Array): JsonOutcome {
  if (!isUtf8(bytes)) return { ok: false, fault: { code: 'json.encoding', line: 1, column: 1 } };
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const text = whole.charCodeAt(0) === BYTE_ORDER_MARK ? whole.slice(1) : whole;
  const deep = tooDeep(text);
  if (deep !== undefined) return { ok: false, fault: { code: 'json.depth', ...placeOf(text, deep), params: { limit: MAX_DEPTH } } };
  try {
    const value: unknown = JSON.parse(text);
    const name = /__proto__|\\u005[fF]/.test(text) ? forbiddenName(value, '') : undefined;
    return name === undefined
      ? { ok: true, value }
      : { ok: false, fault: { code: 'json.name', pointer: name, params: { name: '__proto__' } } };
  } catch {
    return { ok: false, fault: { code: 'json.syntax', ...placeOf(text, new Scan(text).end()) } };
  }
}

/** Line and column of a position in a text. */
export function placeOf(text: string, position: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, position);
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') };
}

/** Position of the first bracket that nests too deep; brackets inside strings do not count. */
function tooDeep(text: string): number | undefined {
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
      if (depth > MAX_DEPTH) return at;
    } else if (code === 93 || code === 125) depth--;
  }
  return undefined;
}

/** Pointer to an own member named `__proto__`. */
function forbiddenName(value: unknown, pointer: string): string | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  for (const [name, member] of Object.entries(value)) {
    if (name === '__proto__') return `${pointer}/__proto__`;
    const found = forbiddenName(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings hold no control characters
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/** Walks text that is not JSON up to the place where it goes wrong. Nesting is bounded by the check before. */
class Scan {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  end(): number {
    this.#skip(SPACE);
    if (this.#value()) this.#skip(SPACE);
    return this.#at;
  }

  #value(): boolean {
    const first = this.#text[this.#at];
    if (first === '{') return this.#list('}', () => this.#member());
    if (first === '[') return this.#list(']', () => this.#value());
    return this.#skip(first === '"' ? STRING : first === 't' || first === 'f' || first === 'n' ? WORD : NUMBER);
  }

  #member(): boolean {
    if (!this.#skip(STRING)) return false;
    this.#skip(SPACE);
    if (!this.#one(':')) return false;
    this.#skip(SPACE);
    return this.#value();
  }

  #list(close: string, item: () => boolean): boolean {
    this.#at++;
    this.#skip(SPACE);
    if (this.#one(close)) return true;
    for (;;) {
      if (!item()) return false;
      this.#skip(SPACE);
      if (this.#one(close)) return true;
      if (!this.#one(',')) return false;
      this.#skip(SPACE);
    }
  }

  #one(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return false;
    this.#at += match[0].length;
    return true;
  }
}
