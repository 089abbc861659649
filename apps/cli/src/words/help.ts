// Help texts: the overview, and one per command.
import { englishHelp } from './help-en.ts';
import type { HelpTexts } from './help-texts.ts';
import { chineseHelp } from './help-zh-cn.ts';
import type { Language } from './language.ts';

const texts: { readonly [language in Language]: HelpTexts } = { en: englishHelp, 'zh-CN': chineseHelp };

/** Help for a command, or the overview. */
export function helpFor(command: string | undefined, language: Language): string {
  const { overview, commands } = texts[language];
  return (command === undefined ? undefined : commands[command]) ?? overview;
}
