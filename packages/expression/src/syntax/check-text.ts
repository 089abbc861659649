// What is refused before JSONata's parser sees a text, because parsing it would take too long or too deep.
import type { Report } from '../diagnostics.ts';
import { limits } from '../limits.ts';
import type { Token } from './tokens.ts';

/** False, with a diagnostic, for a text that is too long or nested too deep. */
export function checkLength(text: string, report: Report): boolean {
  if (text.length <= limits.text) return true;
  report('formula.too-long', { from: limits.text, to: text.length }, { limit: limits.text, length: text.length });
  return false;
}

/**
 * Checks brackets, and `?:` and `??`, whose left side the parser copies: nested they would double each time.
 * The count is an upper bound: everything since the last separator of the same bracket counts as left side.
 */
export function checkNesting(tokens: readonly Token[], report: Report): boolean {
  const outer: { done: number; left: number }[] = [];
  let level = { done: 0, left: 0 };
  let dashes = 0;
  let parents = 0;
  for (const token of tokens) {
    level.left += 1;
    dashes = token.prefix && token.text === '-' ? dashes + 1 : 0;
    if (token.prefix && token.text === '%') parents += 1;
    if (parents > MOST_PARENTS) {
      report('formula.unsupported.parent', token);
      return false;
    }
    if (token.kind === 'operator') {
      if (OPENING.has(token.text)) {
        outer.push(level);
        level = { done: 0, left: 0 };
      } else if (CLOSING.has(token.text)) {
        const size = level.done + level.left;
        level = outer.pop() ?? { done: 0, left: 0 };
        level.left += size;
      } else if (SEPARATING.has(token.text)) {
        level.done += COPYING.has(token.text) ? 2 * level.left : level.left;
        level.left = 0;
      }
    }
    if (outer.length > limits.depth || dashes > limits.depth) {
      report('formula.too-deep', token, { limit: limits.depth });
      return false;
    }
    if (level.done + level.left > limits.copies) {
      report('formula.too-large', token, { limit: limits.nodes });
      return false;
    }
  }
  return true;
}

/** Each `%` is looked for in all steps before it. It is refused anyway, with its place in the path, once it is parsed. */
const MOST_PARENTS = 100;

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);
const COPYING = new Set(['?:', '??']);
const SEPARATING = new Set([',', ';', ':', '?', ':=', '..', ...COPYING]);
