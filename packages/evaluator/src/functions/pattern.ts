// Regular expressions, in linear time. Each maker remembers its last pattern: in a column it is always the same.
import { RE2JS } from 're2js';
import { RowError } from '../row-error.ts';

const LONGEST_RESULT = 100_000;

function remembering(): (pattern: string) => RE2JS {
  let last: { readonly pattern: string; readonly compiled: RE2JS } | undefined;
  return (pattern) => {
    if (last?.pattern === pattern) return last.compiled;
    try {
      last = { pattern, compiled: RE2JS.compile(pattern) };
    } catch {
      throw new RowError('text.pattern');
    }
    return last.compiled;
  };
}

export function matches(): (text: string, pattern: string) => boolean {
  const compiled = remembering();
  return (text, pattern) => compiled(pattern).matcher(text).find();
}

/** Group of the first match; all arguments may be missing. */
export function matchPart(): (text?: string, pattern?: string, group?: number) => string | undefined {
  const compiled = remembering();
  return (text, pattern, group) => {
    if (text === undefined || pattern === undefined || group === undefined) return undefined;
    const matcher = compiled(pattern).matcher(text);
    if (!matcher.find() || !Number.isInteger(group) || group < 0 || group > matcher.groupCount()) return undefined;
    return matcher.group(group) ?? undefined;
  };
}

export function replaceMatches(): (text: string, pattern: string, by: string, limit?: number) => string {
  const compiled = remembering();
  return (text, pattern, by, limit = Number.POSITIVE_INFINITY) => {
    const matcher = compiled(pattern).matcher(text);
    const groupOf = (group: number): string => (group <= matcher.groupCount() ? (matcher.group(group) ?? '') : '');
    let result = '';
    let at = 0;
    for (let left = Math.trunc(limit); left > 0 && matcher.find(); left -= 1) {
      const put = by.replaceAll(/\$(\d|\$)/g, (_, mark: string) => (mark === '$' ? '$' : groupOf(Number(mark))));
      result += text.slice(at, matcher.start()) + put;
      at = matcher.end();
      if (result.length > LONGEST_RESULT) throw new RowError('text.too-long');
    }
    result += text.slice(at);
    if (result.length > LONGEST_RESULT) throw new RowError('text.too-long');
    return result;
  };
}
