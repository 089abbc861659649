// Functions that look for texts or regular expressions in a text, cut it, fill it.
import { call, literal } from '../lowering/build-expr.ts';
import { ofType } from '../lowering/coerce.ts';
import type { Lowering } from '../lowering/lowering.ts';
import { type Argument, type Call, nothing, type Pattern, type Scalar, type Shape } from '../lowering/shape.ts';
import { checkPattern } from '../syntax/check-pattern.ts';
import type { Builtin } from './builtin.ts';
import { number, optional, tableBuiltin, text } from './scalar-builtin.ts';

interface FoundPattern {
  readonly pattern: Scalar;
  readonly groups: number;
  readonly empty: boolean;
}

/** A regular expression as a constant text in RE2's syntax. */
function patternOf(shape: Pattern, { span }: Argument, lowering: Lowering): FoundPattern | undefined {
  const checked = checkPattern(shape.source, shape.flags);
  if ('fault' in checked) return lowering.report(`formula.regex.${checked.fault}`, span);
  return { pattern: literal(checked.pattern), groups: checked.groups, empty: checked.empty };
}

/** A pattern that always takes a character: matches of nothing differ between engines, and are errors in JSONata. */
function takingPattern(shape: Pattern, arg: Argument, lowering: Lowering): FoundPattern | undefined {
  const found = patternOf(shape, arg, lowering);
  return found?.empty === true ? lowering.report('formula.regex.empty', arg.span) : found;
}

function textOf(arg: Argument, lowering: Lowering): Scalar | undefined {
  return ofType(arg.shape, 'string', arg.span, lowering);
}

function lowerContains([whole, part]: readonly Argument[], _site: Call, lowering: Lowering): Shape | undefined {
  if (whole === undefined || part === undefined) return undefined;
  const searched = textOf(whole, lowering);
  if (part.shape.kind === 'pattern') {
    const found = patternOf(part.shape, part, lowering);
    return searched === undefined || found === undefined
      ? undefined
      : call('matches', [searched, found.pattern], { optional: searched.optional });
  }
  const wanted = textOf(part, lowering);
  return searched === undefined || wanted === undefined ? undefined : call('contains', [searched, wanted]);
}

function lowerMatch([whole, part]: readonly Argument[], _site: Call, lowering: Lowering): Shape | undefined {
  if (whole === undefined || part === undefined) return undefined;
  const searched = textOf(whole, lowering);
  if (part.shape.kind !== 'pattern') return lowering.report('formula.regex-wanted', part.span);
  const found = takingPattern(part.shape, part, lowering);
  if (searched === undefined || found === undefined) return undefined;
  return { kind: 'matches', text: searched, pattern: found.pattern, groups: found.groups };
}

function lowerSplit([whole, between, most]: readonly Argument[], _site: Call, lowering: Lowering): Shape | undefined {
  if (whole === undefined || between === undefined) return undefined;
  if (whole.shape.kind === 'nothing') return nothing;
  const cut = textOf(whole, lowering);
  if (between.shape.kind === 'pattern') return lowering.report('formula.split-separator', between.span);
  const separator = textOf(between, lowering);
  if (cut === undefined || separator === undefined) return undefined;
  if (typeof separator.constant !== 'string' || separator.constant === '') return lowering.report('formula.split-separator', between.span);
  if (most === undefined) return { kind: 'parts', text: cut, separator };
  const [limit] = limitOf(most, lowering) ?? [];
  return typeof limit?.constant === 'number' ? { kind: 'parts', text: cut, separator, limit: limit.constant } : undefined;
}

function lowerReplace(args: readonly Argument[], _site: Call, lowering: Lowering): Shape | undefined {
  const [whole, part, by, most] = args;
  if (whole === undefined || part === undefined || by === undefined) return undefined;
  const changed = textOf(whole, lowering);
  const limit = most === undefined ? [] : limitOf(most, lowering);
  if (by.shape.kind === 'lambda') return lowering.report('formula.function-as-value', by.span, { written: '…' });
  const replacement = textOf(by, lowering);
  if (part.shape.kind !== 'pattern') {
    const wanted = textOf(part, lowering);
    if (changed === undefined || wanted === undefined || replacement === undefined || limit === undefined) return undefined;
    if (wanted.constant === '') return lowering.report('formula.replace-empty', part.span);
    return call('replace', [changed, wanted, replacement, ...limit]);
  }
  const found = takingPattern(part.shape, part, lowering);
  if (changed === undefined || found === undefined || replacement === undefined || limit === undefined) return undefined;
  const template = typeof replacement.constant === 'string' ? templateOf(replacement.constant, found.groups) : undefined;
  if (template === undefined) return lowering.report('formula.replacement', by.span);
  return call('replaceMatches', [changed, found.pattern, literal(template), ...limit]);
}

/** How often at most, as an argument; a fraction is cut off. */
function limitOf(arg: Argument, lowering: Lowering): readonly Scalar[] | undefined {
  const value = ofType(arg.shape, 'number', arg.span, lowering)?.constant;
  if (typeof value !== 'number' || value < 0) return lowering.report('formula.limit', arg.span);
  return [literal(Math.floor(value), 0)];
}

/** Groups of one digit; a dollar sign before anything else is itself. With ten groups two digits could mean two things. */
function templateOf(written: string, groups: number): string | undefined {
  if (groups > 9 && /\$\d\d/.test(written.replaceAll('$$', ''))) return undefined;
  return written.replaceAll(/\$(\$|\d|)/g, (_, mark: string) => (mark === '' ? '$$' : `$${mark}`));
}

const wholePart = { en: 'The text or regular expression occurs in the first text.', 'zh-CN': '第一个文本包含该文本或匹配该正则表达式。' };

export const patternBuiltins: readonly Builtin[] = [
  {
    name: 'contains',
    group: 'text',
    parameters: [text('text'), { name: 'part', type: 'regex' }],
    context: true,
    result: 'boolean',
    doc: wholePart,
    lower: lowerContains,
  },
  {
    name: 'match',
    group: 'text',
    parameters: [text('text'), { name: 'pattern', type: 'pattern' }],
    context: true,
    result: 'values',
    doc: {
      en: 'The matches of a regular expression; [0].match is the first one, [0].groups[0] its first group.',
      'zh-CN': '正则表达式的匹配；[0].match 为首次匹配，[0].groups[0] 为其第一个分组。',
    },
    lower: lowerMatch,
  },
  {
    name: 'replace',
    group: 'text',
    parameters: [text('text'), { name: 'part', type: 'regex' }, text('replacement'), optional(number('limit'))],
    context: true,
    result: 'string',
    doc: {
      en: 'Every occurrence of a text or regular expression replaced; $1 is what the first group took.',
      'zh-CN': '替换文本或正则表达式的每次出现；$1 为第一个分组的内容。',
    },
    lower: lowerReplace,
  },
  {
    name: 'split',
    group: 'text',
    parameters: [text('text'), text('separator'), optional(number('limit'))],
    context: true,
    result: 'values',
    doc: {
      en: 'The text cut at a separator, of which at most a number of parts are kept: for “in”, $count, $join, and [0], [1] … [-1].',
      'zh-CN': '按分隔符切分文本，可只取前几部分：用于 in、$count、$join，以及 [0]、[1] … [-1]。',
    },
    lower: lowerSplit,
  },
  tableBuiltin('pad', {
    name: 'pad',
    group: 'text',
    parameters: [text('text'), number('width'), optional(text('filling'))],
    context: true,
  }),
];
