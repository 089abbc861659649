// Words of a diagnostic, looked up at the edge: the compiler's, the formula language's, or those of the kind that reported it.
import { type Diagnostic, type Json, type Messages, renderMessage } from '@tierflow/definition';
import { formulaMessages } from '@tierflow/expression';
import type { KindRegistry } from './define-node.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };

export type Language = 'en' | 'zh-CN';

/** Words of the compiler: diagnostics, operators of conditions. */
export const compilerMessages: { readonly en: Messages; readonly 'zh-CN': Messages } = { en, 'zh-CN': zh };

/**
 * The sentence for a diagnostic. A kind's own codes begin with the kind's name and a dot. Parameters that are texts per language
 * are said in the language; what holds in a season only says so.
 */
export function messageOf(
  diagnostic: Pick<Diagnostic, 'code' | 'params'> & Partial<Pick<Diagnostic, 'at'>>,
  language: Language,
  kinds: KindRegistry,
): string {
  const { code, at } = diagnostic;
  const params = spoken(diagnostic.params, language);
  const kind = kinds.get(code.split('.')[0] ?? '');
  const books: readonly Messages[] = [
    compilerMessages[language],
    formulaMessages[language],
    ...(kind === undefined ? [] : [kind.messages[language]]),
  ];
  const book = books.find((messages) => Object.hasOwn(messages, code));
  const message = renderMessage(book ?? {}, code, params);
  if (at?.season === undefined || code.startsWith('season.')) return message;
  return renderMessage(compilerMessages[language], 'season.in', { season: params['season'] ?? at.season, message });
}

function spoken(params: Diagnostic['params'], language: Language): Diagnostic['params'] {
  const word = (value: Json): Json => {
    if (typeof value !== 'object' || value === null || !('en' in value)) return value;
    const texts: { readonly [name: string]: Json } = value;
    return texts[language] ?? texts['en'] ?? '';
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, word(value)]));
}
