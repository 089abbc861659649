// Text → syntax tree with spans, or diagnostics. jsonata is the parser; its evaluator is never called.
import jsonata from 'jsonata';
import type { Report } from '../diagnostics.ts';
import { buildTree } from './build-tree.ts';
import { checkLength, checkNesting } from './check-text.ts';
import type { Raw } from './raw.ts';
import { reportSyntaxError } from './syntax-error.ts';
import { tokenize, tokenTable } from './tokens.ts';
import type { Syntax } from './tree.ts';

/** The tree of a text; undefined, with a diagnostic, where it is too large or not a formula. */
export function parse(text: string, report: Report): Syntax | undefined {
  if (!checkLength(text, report)) return undefined;
  const tokens = tokenize(text);
  if (text.trim() === '') return report('formula.empty', { from: 0, to: text.length });
  if (!checkNesting(tokens, report)) return undefined;
  try {
    const raw = jsonata(text).ast() as unknown as Raw;
    return buildTree(raw, tokenTable(tokens), report);
  } catch (error) {
    return reportSyntaxError(error, text, tokens, report);
  }
}
