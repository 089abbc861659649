// Suggestions at a place of a formula as the editor lists them: fields with what is known of them, functions with their help, patterns.
import { type Completion, completions } from '@tierflow/expression';
import { pinyinInitials } from '../palette/pinyin-initials.ts';
import { exampleText } from './example-text.ts';
import type { FormulaHelp } from './formula-help.ts';
import { codeSpan, plainText } from './markdown-text.ts';
import { nameSentence } from './name-facts.ts';
import { patterns } from './patterns.ts';

export interface Suggestion {
  readonly kind: Completion['kind'] | 'pattern';
  readonly label: string;
  /** Beside the label. */
  readonly detail: string;
  /** At the end of the line. */
  readonly remark: string;
  /** What is typed to find it. */
  readonly search: string;
  readonly insert: string;
  /** `insert` has places to fill in. */
  readonly fill: boolean;
  /** Its arguments are asked for next. */
  readonly opensCall: boolean;
  readonly from: number;
  readonly to: number;
  /** Markdown, made when it is looked at; empty where there is nothing to say. */
  readonly documentation: () => string;
}

/** What can be written at an offset, the most likely first. */
export function suggestionsAt(text: string, offset: number, help: FormulaHelp): readonly Suggestion[] {
  const found = completions(text, offset, help.scope);
  const all = found.map((completion) => suggestionOf(completion, text, help));
  const whole = found.some(({ kind }) => kind === 'function') && found.some(({ kind }) => kind === 'keyword');
  return whole ? [...all, ...patternsAt(found[0], offset, help)] : all;
}

function silent(): string {
  return '';
}

function suggestionOf(completion: Completion, text: string, help: FormulaHelp): Suggestion {
  const { kind, label, insert, from, to } = completion;
  const base = {
    kind,
    label,
    detail: '',
    remark: '',
    search: label,
    insert,
    fill: false,
    opensCall: false,
    from,
    to,
    documentation: silent,
  };
  if (kind === 'function') return { ...base, ...functionParts(completion, text, help) };
  if (kind === 'field') return { ...base, ...fieldParts(completion, help) };
  if (kind === 'collection') return { ...base, remark: help.speech.t('formula.lines') };
  return base;
}

/** A call gets its brackets and the cursor between them, unless they are there. */
function functionParts(
  { label, signature = '', doc, example, to }: Completion,
  text: string,
  { speech }: FormulaHelp,
): Partial<Suggestion> {
  const called = text.charAt(to) === '(';
  const empty = signature.endsWith('()');
  return {
    detail: signature.slice(label.length),
    insert: called ? label : empty ? `${label}()` : `${label.replaceAll('$', '\\$')}($0)`,
    fill: !called && !empty,
    opensCall: !called && !empty,
    documentation: () =>
      [...(doc === undefined ? [] : [plainText(speech.text(doc))]), ...(example === undefined ? [] : [exampleText(example, speech)])].join(
        '\n\n',
      ),
  };
}

function fieldParts(completion: Completion, help: FormulaHelp): Partial<Suggestion> {
  const { label, type, collection } = completion;
  const { speech } = help;
  const facts = help.about(label, collection);
  const typed = type === undefined ? '' : speech.t(`inspector.types.${type}`);
  return {
    detail: facts?.title === undefined || facts.title === label ? '' : `  ${facts.title}`,
    remark: facts?.fill === undefined ? typed : `${typed} · ${speech.percent(facts.fill)}`,
    search: searchOf(label, facts?.title),
    documentation: () => [`**${plainText(label)}** · ${plainText(typed)}`, ...nameSentence(facts, speech).map(plainText)].join('\n\n'),
  };
}

/** Names are found by themselves, by their title, and written in Han by the initials of their pinyin, from any of them on. */
function searchOf(label: string, title: string | undefined): string {
  const names = title === undefined ? [label] : [label, title];
  const initials = names.filter((name) => /\p{Script=Han}/u.test(name)).map((name) => [...pinyinInitials(name)].join(' '));
  return [...names, ...initials].join(' ');
}

function patternsAt(first: Completion | undefined, offset: number, { scope, speech }: FormulaHelp): readonly Suggestion[] {
  const span = { from: first?.from ?? offset, to: first?.to ?? offset };
  return patterns(scope).map(({ name, insert, preview }) => {
    const label = speech.t(`formula.patterns.${name}`);
    return {
      kind: 'pattern',
      label,
      detail: '',
      remark: '',
      search: `${label} ${name}`,
      insert,
      fill: true,
      opensCall: false,
      documentation: () => codeSpan(preview),
      ...span,
    };
  });
}
