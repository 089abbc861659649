// The first match of a regular expression, as `$match(text, /…/)[0]` reads it.
import { call, literal } from './build-expr.ts';
import type { Matches, RecordShape, Scalar, Shape } from './shape.ts';

/** `.match` is the matching text, `.groups[n]` what the n-th pair of brackets took. */
export function firstMatch(matches: Matches): RecordShape {
  const groups = Array.from({ length: matches.groups }, (_, at) => matchPart(matches, at + 1));
  return {
    kind: 'record',
    fields: new Map<string, Shape>([
      ['match', matchPart(matches, 0)],
      ['groups', { kind: 'list', items: groups, fixed: true }],
    ]),
  };
}

function matchPart({ text, pattern }: Matches, group: number): Scalar {
  return call('matchPart', [text, pattern, literal(group, 0)], { optional: true });
}
