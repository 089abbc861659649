// Text expressions.
import type { Expr } from '@tierflow/definition';
import { constantList } from '../functions/constant-list.ts';
import { emitCall, emitChoice, emitReference } from './emit-call.ts';
import type { Emitter } from './emitter.ts';

/** Text of a string; undefined is missing. */
export function emitText(expr: Expr, emitter: Emitter): string {
  switch (expr.op) {
    case 'literal':
      return emitter.constant(expr.value);
    case 'missing':
      return 'undefined';
    case 'call':
      return emitter.target.lift?.(expr, 'string') ?? emitTextCall(expr, emitter);
    default:
      return emitReference(expr, emitter);
  }
}

function emitTextCall(expr: Extract<Expr, { op: 'call' }>, emitter: Emitter): string {
  if (expr.fn === 'concat') {
    return `(${expr.args.map((arg) => `(${emitter.recur.text(arg, emitter)} ?? '')`).join(' + ')})`;
  }
  if (expr.fn === 'lookup') return emitLookup(expr, emitter);
  return emitChoice(expr, emitter, 'text') ?? emitCall(expr, emitter);
}

/** One step into a map that is made once; it has no entry for a missing text. */
function emitLookup(expr: Extract<Expr, { op: 'call' }>, emitter: Emitter): string {
  return `${emitter.constant(constantList(expr, 1))}.get(${emitter.recur.text(expr.args[0] as Expr, emitter)})`;
}
