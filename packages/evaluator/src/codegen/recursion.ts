// The forms of values and who emits them.
import type { Expr } from '@tierflow/definition';
import { emitFalse, emitTri, emitTrue } from './emit-boolean.ts';
import { emitNumber } from './emit-number.ts';
import { emitText } from './emit-text.ts';
import { type Emitter, type Recursion, typeHere } from './emitter.ts';

export const recursion: Recursion = {
  number: emitNumber,
  text: emitText,
  tri: emitTri,
  isTrue: emitTrue,
  isFalse: emitFalse,
  value: emitValue,
};

/** Text of a value in its type's form: double, string or 0/1/2. */
function emitValue(expr: Expr, emitter: Emitter): string {
  const type = typeHere(expr, emitter);
  if (type === 'boolean') return emitTri(expr, emitter);
  return type === 'string' ? emitText(expr, emitter) : emitNumber(expr, emitter);
}
