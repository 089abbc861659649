// Words of a diagnostic, looked up at the edge: the compiler's, the formula language's, or those of the kind that reported it.
import { type Diagnostic, type Messages, renderMessage } from '@tierflow/definition';
import { formulaMessages } from '@tierflow/expression';
import type { KindRegistry } from './define-node.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };

export type Language = 'en' | 'zh-CN';

/** Words of the compiler: diagnostics, operators of conditions. */
export const compilerMessages: { readonly en: Messages; readonly 'zh-CN': Messages } = { en, 'zh-CN': zh };

/** The sentence for a diagnostic. A kind's own codes begin with the kind's name and a dot. */
export function messageOf(diagnostic: Pick<Diagnostic, 'code' | 'params'>, language: Language, kinds: KindRegistry): string {
  const { code, params } = diagnostic;
  const kind = kinds.get(code.split('.')[0] ?? '');
  const books: readonly Messages[] = [
    compilerMessages[language],
    formulaMessages[language],
    ...(kind === undefined ? [] : [kind.messages[language]]),
  ];
  const book = books.find((messages) => Object.hasOwn(messages, code));
  return renderMessage(book ?? {}, code, params);
}
