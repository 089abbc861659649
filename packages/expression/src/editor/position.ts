// Where a cursor stands in a text that may be half written: only tokens are read, nothing is parsed.
import { limits } from '../limits.ts';
import type { FormulaCollection, FormulaScope } from '../scope.ts';
import { type Token, tokenize } from '../syntax/tokens.ts';

/** Whose names can be written at a place: the customer's, a collection's lines', or nobody's (behind a single value). */
export type Owner =
  | { readonly kind: 'customer' }
  | { readonly kind: 'line'; readonly collection: FormulaCollection }
  | { readonly kind: 'none' };

export interface Position {
  readonly tokens: readonly Token[];
  /** The token the cursor is in or right behind. */
  readonly token?: Token;
  /** Inside a text, a regular expression or a comment. */
  readonly inert: boolean;
  /** Behind a dot. */
  readonly member: boolean;
  readonly owner: Owner;
}

const CUSTOMER: Owner = { kind: 'customer' };

export function positionAt(text: string, offset: number, scope: FormulaScope): Position {
  const all = text.length > limits.text ? [] : tokenize(text);
  const index = all.findLastIndex((token) => token.from < offset);
  const last = all[index];
  const touching = last !== undefined && offset <= last.to ? last : undefined;
  const word = touching !== undefined && isWord(touching) ? touching : undefined;
  const at = word === undefined ? index + 1 : index;
  const before = all[at - 1];
  const member = before?.kind === 'operator' && before.text === '.';
  const owner = member ? ownerBefore(all, at - 2, scope) : ownerAround(all, at, scope);
  const token = touching === undefined ? {} : { token: touching };
  return { tokens: all, ...token, inert: isInert(text, offset, last), member, owner };
}

function isWord({ kind }: Token): boolean {
  return kind === 'name' || kind === 'quoted' || kind === 'variable';
}

function isInert(text: string, offset: number, last: Token | undefined): boolean {
  if (last !== undefined && (last.kind === 'string' || last.kind === 'regex')) {
    const closed = last.text.length > 1 && last.text.endsWith(last.text.charAt(0));
    if (offset < last.to || (offset === last.to && !closed)) return true;
  }
  const comment = text.lastIndexOf('/*', offset - 1);
  return comment >= (last?.to ?? 0) && !text.slice(comment, offset).includes('*/');
}

/** What a path ending at a token is made of. */
function ownerBefore(tokens: readonly Token[], end: number, scope: FormulaScope): Owner {
  const base = baseOf(tokens, end, scope);
  return base ?? { kind: 'none' };
}

/** Names inside brackets behind a path are those of its lines; elsewhere the customer's. */
function ownerAround(tokens: readonly Token[], before: number, scope: FormulaScope): Owner {
  let depth = 0;
  for (let at = before - 1; at >= 0; at -= 1) {
    const token = tokens[at] as Token;
    if (token.kind !== 'operator') continue;
    if (')]}'.includes(token.text)) depth += 1;
    if (!'([{'.includes(token.text)) continue;
    depth -= 1;
    if (depth >= 0) continue;
    depth = 0;
    const behindDot = tokens[at - 1]?.text === '.';
    const predicate = token.text === '[' && !token.prefix;
    const owner = predicate ? baseOf(tokens, at - 1, scope) : behindDot ? baseOf(tokens, at - 2, scope) : undefined;
    if (owner?.kind === 'line') return owner;
  }
  return scope.line === undefined ? CUSTOMER : { kind: 'line', collection: scope.line };
}

/** Walks a path back to its first step: `orders[…].(…)` is about orders. */
function baseOf(tokens: readonly Token[], end: number, scope: FormulaScope): Owner | undefined {
  let at = end;
  let names = 0;
  let start = -1;
  while (at >= 0) {
    const token = tokens[at] as Token;
    if (token.kind === 'operator' && (token.text === ']' || token.text === ')')) {
      const open = openingOf(tokens, at);
      if (open < 0) return undefined;
      if (token.text === ')' && tokens[open - 1]?.text !== '.') return baseOfBracket(tokens, open, scope);
      at = open - 1;
      if (tokens[at]?.text === '.') at -= 1;
      continue;
    }
    if (!isWord(token)) return undefined;
    start = at;
    names += 1;
    if (tokens[at - 1]?.text !== '.') break;
    at -= 2;
  }
  return start < 0 ? undefined : ownerOfPath(tokens, start, names, scope);
}

function ownerOfPath(tokens: readonly Token[], start: number, names: number, scope: FormulaScope): Owner | undefined {
  const first = tokens[start] as Token;
  if (first.text === '$$' || first.text === '$') {
    if (names === 1) return first.text === '$$' ? CUSTOMER : ownerAround(tokens, start, scope);
    return collectionNamed(tokens[start + 2], names - 1, scope);
  }
  if (first.kind === 'variable') return names === 1 ? ownerOfVariable(tokens, start, scope) : undefined;
  return collectionNamed(first, names, scope);
}

/** The lines of a collection if the path is nothing but its name. */
function collectionNamed(token: Token | undefined, names: number, scope: FormulaScope): Owner | undefined {
  const collection = token === undefined || names > 1 ? undefined : scope.collection(nameOf(token));
  return collection === undefined ? undefined : { kind: 'line', collection };
}

/** A parameter of the function in `$map(orders, function($o) { … })` is a line, `$x := orders[…]` is lines. */
function ownerOfVariable(tokens: readonly Token[], at: number, scope: FormulaScope): Owner | undefined {
  const name = (tokens[at] as Token).text;
  for (let i = at - 1; i >= 0; i -= 1) {
    if (tokens[i]?.text !== name) continue;
    if (tokens[i + 1]?.text === ':=') return baseOfBracket(tokens, i + 1, scope);
    const isParameter = tokens[i - 1]?.text === '(' && tokens[i - 2]?.text === 'function';
    if (isParameter && tokens[i - 3]?.text === ',') return baseOf(tokens, i - 4, scope);
  }
  return undefined;
}

/** The path that begins behind a token: `(orders[…])`, `$filter(orders, …)`. */
function baseOfBracket(tokens: readonly Token[], open: number, scope: FormulaScope): Owner | undefined {
  const first = tokens[open + 1];
  return first === undefined || !isWord(first) ? undefined : ownerOfPath(tokens, open + 1, 1, scope);
}

function openingOf(tokens: readonly Token[], close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at -= 1) {
    const { kind, text } = tokens[at] as Token;
    if (kind !== 'operator') continue;
    if (')]}'.includes(text)) depth += 1;
    if ('([{'.includes(text)) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** The name a token stands for, without back quotes. */
export function nameOf({ kind, text }: Token): string {
  return kind === 'quoted' ? text.replace(/^`/, '').replace(/`$/, '') : text;
}
