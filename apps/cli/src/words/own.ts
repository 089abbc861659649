// The command's own words.
import { type Messages, renderMessage } from '@tierflow/definition';
import type { Problem } from '../fault.ts';
import en from './en.json' with { type: 'json' };
import type { Language } from './language.ts';
import zh from './zh-CN.json' with { type: 'json' };

export const ownMessages: { readonly [language in Language]: Messages } = { en, 'zh-CN': zh };

/** A template of the command's own words, filled in. */
export function say(language: Language, key: string, params: Problem['params'] = {}): string {
  return renderMessage(ownMessages[language], key, params);
}
