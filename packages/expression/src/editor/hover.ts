// What a word of a formula is, as plain data for any editor.
import type { ValueType } from '@tierflow/definition';
import { builtins } from '../builtins/table.ts';
import type { FormulaScope } from '../scope.ts';
import type { Span } from '../syntax/tree.ts';
import { docOf, type FunctionDoc } from './function-docs.ts';
import { nameOf, positionAt } from './position.ts';

/** `span` are the characters of the word. */
export type Hover =
  | { readonly kind: 'function'; readonly span: Span; readonly name: string; readonly function: FunctionDoc }
  | { readonly kind: 'field'; readonly span: Span; readonly name: string; readonly type: ValueType; readonly collection?: string }
  | {
      readonly kind: 'collection';
      readonly span: Span;
      readonly name: string;
      readonly fields: readonly { readonly name: string; readonly type: ValueType }[];
    }
  | { readonly kind: 'variable'; readonly span: Span; readonly name: string };

/** The word at `offset`; undefined where there is nothing to say. */
export function hover(text: string, offset: number, scope: FormulaScope): Hover | undefined {
  const { inert, token, owner } = positionAt(text, offset + 1, scope);
  if (inert || token === undefined || offset >= token.to) return undefined;
  const span = { from: token.from, to: token.to };
  const name = nameOf(token);
  if (token.kind === 'variable') {
    const builtin = builtins.get(name.slice(1));
    return builtin === undefined ? { kind: 'variable', span, name } : { kind: 'function', span, name, function: docOf(builtin) };
  }
  if (token.kind !== 'name' && token.kind !== 'quoted') return undefined;
  if (owner.kind === 'line') {
    const field = owner.collection.fields.find((candidate) => candidate.name === name);
    return field === undefined ? undefined : { kind: 'field', span, name, type: field.type, collection: owner.collection.name };
  }
  if (owner.kind === 'none') return undefined;
  const column = scope.column(name);
  if (column !== undefined) return { kind: 'field', span, name, type: column.type };
  const collection = scope.collection(name);
  return collection === undefined ? undefined : { kind: 'collection', span, name, fields: collection.fields };
}
