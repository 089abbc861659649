// The sentence on the card: the note itself, in short.
import type { LocalText } from '@tierflow/definition';
import type { NoteConfig } from './config.ts';

export function summarizeNote({ config }: { readonly config: NoteConfig }): LocalText {
  const letters = [...(config.text.split('\n')[0] ?? '')];
  return { en: letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : letters.join('') };
}
