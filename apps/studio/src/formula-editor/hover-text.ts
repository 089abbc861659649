// What is said of a word under the pointer, as markdown.
import { type Hover, hover } from '@tierflow/expression';
import { exampleText } from './example-text.ts';
import type { FormulaHelp } from './formula-help.ts';
import { codeSpan, plainText } from './markdown-text.ts';
import { nameSentence } from './name-facts.ts';

export interface HoverText {
  readonly from: number;
  readonly to: number;
  readonly paragraphs: readonly string[];
}

/** The word at an offset, and the value of what stands there for the customer chosen. */
export function hoverAt(text: string, offset: number, help: FormulaHelp): HoverText | undefined {
  const found = hover(text, offset, help.scope);
  const value = help.valueAt(offset);
  const valued = value === undefined ? [] : [`${codeSpan(value.text)} = **${plainText(value.value)}** · ${plainText(value.customer)}`];
  if (found === undefined) return valued.length === 0 ? undefined : { from: offset, to: offset + 1, paragraphs: valued };
  return { ...found.span, paragraphs: [...wordsOf(found, help), ...valued] };
}

function wordsOf(found: Hover, help: FormulaHelp): readonly string[] {
  const { t, text } = help.speech;
  switch (found.kind) {
    case 'function': {
      const { signature, doc, examples } = found.function;
      const shown = examples.slice(0, 1).map((example) => `${plainText(t('formula.example'))} ${exampleText(example, help.speech)}`);
      return [codeSpan(signature), plainText(text(doc)), ...shown];
    }
    case 'field': {
      const facts = help.about(found.name, found.collection);
      const type = t(`inspector.types.${found.type}`);
      const title = facts?.title === undefined || facts.title === found.name ? '' : ` ${plainText(facts.title)}`;
      return [`**${plainText(found.name)}**${title} · ${plainText(type)}`, ...nameSentence(facts, help.speech).map(plainText)];
    }
    case 'collection':
      return [
        `**${plainText(found.name)}** · ${plainText(t('formula.lines'))}`,
        found.fields.map(({ name, type }) => `${codeSpan(name)} ${plainText(t(`inspector.types.${type}`))}`).join(', '),
      ];
    case 'variable':
      return [`**${plainText(found.name)}** · ${plainText(t('formula.variable'))}`];
  }
}
