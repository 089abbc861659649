// What can be written at a place of a formula, as plain data for any editor.
import type { LocalText, ValueType } from '@tierflow/definition';
import type { FunctionExample } from '../builtins/notes/function-note.ts';
import { quoted } from '../lowering/member.ts';
import type { FormulaScope } from '../scope.ts';
import type { Token } from '../syntax/tokens.ts';
import { functionDocs } from './function-docs.ts';
import { nameOf, type Owner, type Position, positionAt } from './position.ts';

export interface Completion {
  readonly kind: 'field' | 'collection' | 'function' | 'variable' | 'keyword';
  readonly label: string;
  /** Replaces the characters `from`…`to`. */
  readonly insert: string;
  readonly from: number;
  readonly to: number;
  readonly type?: ValueType;
  /** The collection whose lines have the field; absent for the customer's. */
  readonly collection?: string;
  readonly signature?: string;
  readonly doc?: LocalText;
  readonly example?: FunctionExample;
}

type Suggestion = Omit<Completion, 'from' | 'to'>;

/** Suggestions at `offset`, the most likely first; the editor filters them by what is already typed. */
export function completions(text: string, offset: number, scope: FormulaScope): readonly Completion[] {
  const position = positionAt(text, offset, scope);
  if (position.inert) return [];
  const { token } = position;
  const replaced = token !== undefined && ['name', 'quoted', 'variable'].includes(token.kind) ? token : undefined;
  const span = replaced === undefined ? { from: offset, to: offset } : { from: replaced.from, to: replaced.to };
  return suggestionsAt(position, replaced, scope).map((suggestion) => ({ ...suggestion, ...span }));
}

function suggestionsAt(position: Position, word: Token | undefined, scope: FormulaScope): readonly Suggestion[] {
  const names = namesOf(position.owner, scope);
  if (position.member) return names;
  if (word?.kind === 'variable') return [...variables(position, word), ...functions()];
  return [...names, ...variables(position, word), ...functions(), ...keywords()];
}

function namesOf(owner: Owner, scope: FormulaScope): readonly Suggestion[] {
  if (owner.kind === 'none') return [];
  if (owner.kind === 'line')
    return owner.collection.fields.map(({ name, type }) => ({
      kind: 'field',
      label: name,
      insert: quoted(name),
      type,
      collection: owner.collection.name,
    }));
  return scope.names().flatMap((name): readonly Suggestion[] => {
    const column = scope.column(name);
    if (column !== undefined) return [{ kind: 'field', label: name, insert: quoted(name), type: column.type }];
    return scope.collection(name) === undefined ? [] : [{ kind: 'collection', label: name, insert: quoted(name) }];
  });
}

/** Variables set or taken as parameters before the cursor, and `$$` inside lines. */
function variables({ tokens, owner }: Position, word: Token | undefined): readonly Suggestion[] {
  const end = word?.from ?? Number.POSITIVE_INFINITY;
  const known = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'variable' || token.from >= end) continue;
    const isSet = tokens[at + 1]?.text === ':=';
    const isParameter = isIn(tokens, at, 'function');
    if ((isSet || isParameter) && nameOf(token).length > 1) known.add(token.text);
  }
  const all = owner.kind === 'line' ? [...known, '$$'] : [...known];
  return all.map((label) => ({ kind: 'variable', label, insert: label }));
}

/** Stands between the brackets right behind a word. */
function isIn(tokens: readonly Token[], index: number, word: string): boolean {
  let at = index - 1;
  while (at >= 0 && (tokens[at]?.text === ',' || tokens[at]?.kind === 'variable')) at -= 1;
  return tokens[at]?.text === '(' && tokens[at - 1]?.text === word;
}

function functions(): readonly Suggestion[] {
  return functionDocs().map(({ name, signature, doc, examples: [example] }) => ({
    kind: 'function',
    label: name,
    insert: `${name}(`,
    signature,
    doc,
    ...(example === undefined ? {} : { example }),
  }));
}

function keywords(): readonly Suggestion[] {
  return ['and', 'or', 'in', 'true', 'false'].map((label) => ({ kind: 'keyword', label, insert: label }));
}
