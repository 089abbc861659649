// An example of a function as markdown: the formula, the answer, and the fields it was asked on.
import type { FunctionExample } from '@tierflow/expression';
import type { Speech } from '../words/use-words.ts';
import { codeSpan, plainText } from './markdown-text.ts';

/** `$length(name)` → 6 · name = "Li Wei". */
export function exampleText(example: FunctionExample, { t }: Pick<Speech, 't'>): string {
  const answer =
    'error' in example
      ? plainText(t('formula.noResult'))
      : example.answer === null
        ? plainText(t('formula.noValue'))
        : codeSpan(JSON.stringify(example.answer));
  const given = Object.entries(example.on ?? {}).map(([name, value]) => codeSpan(`${name} = ${JSON.stringify(value)}`));
  return [`${codeSpan(example.formula)} → ${answer}`, ...given].join(' · ');
}
