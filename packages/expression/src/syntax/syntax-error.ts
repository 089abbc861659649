// Why jsonata's parser refused a text, as our codes. Common slips of other languages get their own words.
import type { Report } from '../diagnostics.ts';
import { limits } from '../limits.ts';
import type { Token } from './tokens.ts';
import type { Span } from './tree.ts';

/** jsonata's codes and ours; whatever is not here is `formula.syntax`. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['S0101', 'formula.unclosed-text'],
  ['S0102', 'formula.number-range'],
  ['S0103', 'formula.escape'],
  ['S0104', 'formula.escape'],
  ['S0105', 'formula.unclosed-name'],
  ['S0106', 'formula.unclosed-comment'],
  ['S0202', 'formula.expected'],
  ['S0203', 'formula.unfinished'],
  ['S0207', 'formula.unfinished-end'],
  ['S0208', 'formula.parameter-name'],
  ['S0212', 'formula.assignment-name'],
  ['S0213', 'formula.step-literal'],
  ['S0217', 'formula.unsupported.parent'],
  ['S0301', 'formula.regex'],
  ['S0302', 'formula.regex'],
]);

/** What people write from other languages or with a Chinese keyboard, and what it is here. */
const SLIPS: readonly (readonly [found: string, instead: string])[] = [
  ['==', '='],
  ['&&', 'and'],
  ['||', 'or'],
  ['<>', '!='],
  ['！=', '!='],
  ['!', '$not(…)'],
  ['！', '$not(…)'],
  ['＝', '='],
  ['＞', '>'],
  ['＜', '<'],
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
  ['（', '('],
  ['）', ')'],
  ['，', ','],
  ['；', ';'],
  ['：', ':'],
  ['？', '?'],
  ['＋', '+'],
  ['－', '-'],
  ['×', '*'],
  ['÷', '/'],
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
];

interface JsonataError {
  readonly code: string;
  /** Absent for some errors about `%`, and beside it for others. */
  readonly position?: number;
  readonly token?: unknown;
  readonly value?: unknown;
}

export function reportSyntaxError(error: unknown, text: string, tokens: readonly Token[], report: Report): undefined {
  if (error instanceof RangeError) return report('formula.too-deep', { from: 0, to: text.length }, { limit: limits.depth });
  if (error instanceof SyntaxError) return report('formula.regex', regexSpan(tokens, text));
  if (!isJsonataError(error)) throw error;
  const span = spanOfError(error, text, tokens);
  const slip = slipAt(text, tokens, span);
  if (slip !== undefined) return reportSlip(slip, text, report);
  const code = CODES.get(error.code) ?? 'formula.syntax';
  return report(code, span, { found: text.slice(span.from, span.to), expected: String(error.value ?? '') });
}

/** A slip of the keyboard inside a name, where jsonata reads one name and nobody has such a column. */
export function slipIn(name: string): { readonly found: string; readonly instead: string } | undefined {
  const slip = SLIPS.find(([found]) => found.charCodeAt(0) > 127 && name.includes(found));
  return slip === undefined ? undefined : { found: slip[0], instead: slip[1] };
}

function isJsonataError(error: unknown): error is JsonataError {
  return typeof error === 'object' && error !== null && 'code' in error;
}

function spanOfError(error: JsonataError, text: string, tokens: readonly Token[]): Span {
  if (error.position === undefined || error.code === 'S0217')
    return tokens.find((token) => token.prefix && token.text === '%') ?? { from: 0, to: text.length };
  const position = Math.min(error.position, text.length);
  const token = tokens.find(({ to }) => to === position) ?? tokens.find(({ from, to }) => from <= position && position < to);
  if (error.code === 'S0203' || error.code === 'S0207') return { from: position, to: position };
  return token === undefined ? { from: position, to: position } : { from: token.from, to: token.to };
}

function regexSpan(tokens: readonly Token[], text: string): Span {
  const token = tokens.find(({ kind }) => kind === 'regex');
  return token === undefined ? { from: 0, to: text.length } : { from: token.from, to: token.to };
}

interface Slip extends Span {
  readonly found: string;
  readonly instead: string;
}

function slipAt(text: string, tokens: readonly Token[], span: Span): Slip | undefined {
  const inTokens = (from: number, to: number): boolean =>
    tokens.some((token) => token.from < to && from < token.to && (token.kind === 'operator' || token.kind === 'name'));
  for (const [found, instead] of SLIPS) {
    const start = Math.max(0, span.from - found.length);
    const from = text.indexOf(found, start);
    if (from === -1 || from > span.to || !inTokens(from, from + found.length)) continue;
    if (found === '!' && text.charAt(from + 1) === '=') continue;
    return { found, instead, from, to: from + found.length };
  }
  return undefined;
}

function reportSlip({ found, instead, from, to }: Slip, text: string, report: Report): undefined {
  const repaired = instead.includes('…') ? undefined : spliced(text, { from, to }, instead);
  return report('formula.slip', { from, to }, { found, instead }, repaired);
}

/** The text with a span replaced; words get the blanks they need. */
function spliced(text: string, { from, to }: Span, instead: string): string {
  const before = text.slice(0, from);
  const after = text.slice(to);
  if (!/^[a-z]/.test(instead)) return before + instead + after;
  return `${before}${before.endsWith(' ') ? '' : ' '}${instead}${after.startsWith(' ') ? '' : ' '}${after}`;
}
