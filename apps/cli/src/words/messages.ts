// The sentence for a code: the command's own words, those of the data package, of the compiler, or of the kind that reported it.
import { messageOf } from '@tierflow/compiler';
import { dataMessages } from '@tierflow/data';
import { renderMessage } from '@tierflow/definition';
import { nodeKinds } from '@tierflow/nodes';
import type { Problem } from '../fault.ts';
import type { Language } from './language.ts';
import { ownMessages, say } from './own.ts';

/** The sentence for a code, whoever reported it. */
export function sentence({ code, params, season }: Pick<Problem, 'code' | 'params' | 'season'>, language: Language): string {
  const book = [ownMessages[language], dataMessages[language]].find((messages) => Object.hasOwn(messages, code));
  if (book !== undefined) return renderMessage(book, code, params);
  return messageOf({ code, params, at: season === undefined ? {} : { season } }, language, nodeKinds);
}

/** Severity, place, sentence and code in one line. */
export function problemLine(problem: Problem, language: Language, severity: 'error' | 'warning' | 'info' = 'error'): string {
  const place = problem.where === undefined ? '' : `${problem.where}: `;
  return `${say(language, `severity.${severity}`)}: ${place}${sentence(problem, language)} [${problem.code}]\n`;
}
