// The language of messages: as asked for, else by the environment.
import { UsageFault } from '../fault.ts';

export type Language = 'en' | 'zh-CN';

/** `--lang`, else LC_ALL, LC_MESSAGES, LANG; English where none is known. */
export function languageOf(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  if (asked !== undefined) {
    const known = languageNamed(asked);
    if (known === undefined) throw new UsageFault('usage.language', { value: asked });
    return known;
  }
  return languageNamed(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ?? 'en';
}

function languageNamed(name: string): Language | undefined {
  if (/^zh\b|^zh_/i.test(name)) return 'zh-CN';
  return /^en\b|^en_/i.test(name) ? 'en' : undefined;
}
