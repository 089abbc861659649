// The words of a formula with their places in the text. JSONata's parser says only where a token ends, so spans,
// completions and the check of hostile text read these tokens instead. Never throws; stops at what it cannot read.
import type { Span } from './tree.ts';

export type TokenKind = 'name' | 'quoted' | 'variable' | 'string' | 'number' | 'operator' | 'regex';

export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  /** An operator where a value could stand: `-` of `-x`, `(` of a block, `[` of a list. */
  readonly prefix: boolean;
}

const BLANK = ' \t\n\r\v';
const DOUBLE = new Set(['..', ':=', '!=', '>=', '<=', '**', '~>', '?:', '??']);
const SINGLE = new Set('.[]{}(),@#;:?+-*/%|=<>^&!~');
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[Ee][-+]?[0-9]+)?/y;
const WORDS = new Set(['and', 'or', 'in']);

/** The tokens of a text, as JSONata's tokenizer cuts them. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (true) {
    at = skipBlanks(text, at);
    if (at >= text.length) return tokens;
    const wantsValue = valueMayFollow(tokens);
    const to = endOfToken(text, at, wantsValue);
    tokens.push(tokenOf(text, at, to, wantsValue));
    at = to;
  }
}

/** Start of what follows blanks and comments. */
function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    if (BLANK.includes(text.charAt(at))) at += 1;
    else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      at = end === -1 ? text.length : end + 2;
    } else break;
  }
  return at;
}

/** True at the start and after an operator that is not a closing bracket. */
function valueMayFollow(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  if (last === undefined) return true;
  return last.kind === 'operator' && ![')', ']', '}'].includes(last.text);
}

function endOfToken(text: string, at: number, wantsValue: boolean): number {
  const char = text.charAt(at);
  if (char === '/' && wantsValue) return endOfRegex(text, at);
  if (DOUBLE.has(text.slice(at, at + 2))) return at + 2;
  if (SINGLE.has(char)) return at + 1;
  if (char === '"' || char === "'") return endOfString(text, at, char);
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text);
  if (number !== null) return at + number[0].length;
  if (char === '`') {
    const end = text.indexOf('`', at + 1);
    return end === -1 ? text.length : end + 1;
  }
  let end = at;
  while (end < text.length && !BLANK.includes(text.charAt(end)) && !SINGLE.has(text.charAt(end))) end += 1;
  return end;
}

function endOfString(text: string, at: number, quote: string): number {
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== quote) end += text.charAt(end) === '\\' ? 2 : 1;
  return Math.min(end + 1, text.length);
}

/** The closing slash is the first outside brackets that is not escaped, then come the flags. */
function endOfRegex(text: string, at: number): number {
  let depth = 0;
  let end = at + 1;
  while (end < text.length) {
    const char = text.charAt(end);
    if (char === '/' && depth === 0) break;
    if ('([{'.includes(char)) depth += 1;
    if (')]}'.includes(char)) depth -= 1;
    end += char === '\\' ? 2 : 1;
  }
  end += 1;
  while (end < text.length && (text.charAt(end) === 'i' || text.charAt(end) === 'm')) end += 1;
  return Math.min(end, text.length);
}

function tokenOf(text: string, from: number, to: number, wantsValue: boolean): Token {
  const word = text.slice(from, to);
  return { kind: kindOf(word, wantsValue), text: word, from, to, prefix: wantsValue };
}

function kindOf(word: string, wantsValue: boolean): TokenKind {
  const first = word.charAt(0);
  if (first === '/' && word.length > 1 && wantsValue) return 'regex';
  if (SINGLE.has(first)) return 'operator';
  if (WORDS.has(word)) return wantsValue ? 'name' : 'operator';
  if (first === '"' || first === "'") return 'string';
  if (first === '`') return 'quoted';
  if (first === '$') return 'variable';
  return first >= '0' && first <= '9' ? 'number' : 'name';
}

/** Tokens by where they end, and the partner of every bracket. */
export interface TokenTable {
  readonly endingAt: (position: number) => Token | undefined;
  readonly before: (token: Token) => Token | undefined;
  readonly after: (token: Token) => Token | undefined;
  readonly first: (test: (token: Token) => boolean) => Token | undefined;
  /** The closing bracket of an opening one. */
  readonly closing: (token: Token) => Token | undefined;
}

const PARTNER: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

export function tokenTable(tokens: readonly Token[]): TokenTable {
  const index = new Map(tokens.map((token, at) => [token.to, at]));
  const closings = new Map<Token, Token>();
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'operator') continue;
    if ('([{'.includes(token.text)) open.push(token);
    const partner = PARTNER.get(token.text);
    if (partner === undefined || open.at(-1)?.text !== partner) continue;
    const opening = open.pop();
    if (opening !== undefined) closings.set(opening, token);
  }
  const neighbour = (token: Token, by: number): Token | undefined => {
    const at = index.get(token.to);
    return at === undefined ? undefined : tokens[at + by];
  };
  return {
    endingAt: (position) => {
      const at = index.get(position);
      return at === undefined ? undefined : tokens[at];
    },
    before: (token) => neighbour(token, -1),
    after: (token) => neighbour(token, 1),
    first: (test) => tokens.find(test),
    closing: (token) => closings.get(token),
  };
}
