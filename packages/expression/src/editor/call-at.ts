// Which call a cursor stands in, for help with its arguments. Reads tokens only: the text may be half written.
import { builtins } from '../builtins/table.ts';
import { limits } from '../limits.ts';
import { type Token, tokenize } from '../syntax/tokens.ts';
import { docOf, type FunctionDoc } from './function-docs.ts';

export interface CallAt {
  readonly function: FunctionDoc;
  /** Which argument, from 0. */
  readonly argument: number;
}

/** The innermost call of a built-in function around `offset`; undefined outside of calls. */
export function callAt(text: string, offset: number): CallAt | undefined {
  if (text.length > limits.text) return undefined;
  const tokens = tokenize(text).filter(({ from }) => from < offset);
  let depth = 0;
  let argument = 0;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const { kind, text: sign } = tokens[at] as Token;
    if (kind !== 'operator') continue;
    if (')]}'.includes(sign)) depth += 1;
    else if ('([{'.includes(sign)) {
      if (depth > 0) {
        depth -= 1;
        continue;
      }
      const builtin = sign === '(' ? calledBefore(tokens, at) : undefined;
      if (builtin !== undefined) return { function: docOf(builtin), argument: argument + piped(tokens, at - 1) };
      argument = 0;
    } else if (sign === ',' && depth === 0) argument += 1;
  }
  return undefined;
}

function calledBefore(tokens: readonly Token[], open: number) {
  const name = tokens[open - 1];
  return name?.kind === 'variable' ? builtins.get(name.text.slice(1)) : undefined;
}

/** `value ~> $f(` already gives the first argument. */
function piped(tokens: readonly Token[], name: number): number {
  return tokens[name - 1]?.text === '~>' ? 1 : 0;
}
