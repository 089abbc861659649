// References, choices and calls of reference functions: what all forms of values share.
import type { Expr } from '@tierflow/definition';
import { bindCall } from './bind-call.ts';
import { type Emitter, typeHere } from './emitter.ts';

type Form = 'number' | 'text' | 'tri';

/** A field, line, column or aggregate, as the target has it. */
export function emitReference(expr: Expr, emitter: Emitter): string {
  const { target } = emitter;
  if (expr.op === 'field') return target.field(expr.name, typeHere(expr, emitter));
  if (expr.op === 'line') return target.line(expr.name, typeHere(expr, emitter), emitter.from as string);
  if (expr.op === 'column') return target.column(expr.id);
  if (expr.op === 'aggregate') return target.aggregate(expr);
  return 'undefined';
}

/** if, case and coalesce over any form, or undefined for other calls. */
export function emitChoice(expr: Extract<Expr, { op: 'call' }>, emitter: Emitter, form: Form): string | undefined {
  const { args, fn } = expr;
  const emit = emitter.recur[form];
  const none = emit({ op: 'missing', type: typeHere(expr, emitter) }, emitter);
  if (fn === 'if' || fn === 'case') {
    const parts: string[] = [];
    let at = 0;
    for (; at + 1 < args.length; at += 2)
      parts.push(`${emitter.recur.isTrue(args[at] as Expr, emitter)} ? ${emit(args[at + 1] as Expr, emitter)} : `);
    const last = args[at];
    return `(${parts.join('')}${last === undefined ? none : emit(last, emitter)})`;
  }
  return fn === 'coalesce' ? emitCoalesce(expr, emitter, form) : undefined;
}

/** The first value that is there; later arguments run only as needed. */
function emitCoalesce(expr: Extract<Expr, { op: 'call' }>, emitter: Emitter, form: Form): string {
  const t = emitter.temporary();
  const isMissing = form === 'text' ? `${t} === undefined` : form === 'number' ? `${t} !== ${t}` : `${t} === 2`;
  return expr.args
    .map((arg) => emitter.recur[form](arg, emitter))
    .reduceRight((rest, text) => `(${t} = ${text}, ${isMissing} ? ${rest} : ${t})`);
}

/** A call of the reference function. */
export function emitCall(expr: Extract<Expr, { op: 'call' }>, emitter: Emitter): string {
  const types = expr.args.map((arg) => (isConstant(arg) ? undefined : typeHere(arg, emitter)));
  const args = expr.args.map((arg, i) =>
    isConstant(arg) ? emitter.constant(constantOf(arg, expr.fn, i, emitter)) : emitter.recur.value(arg, emitter),
  );
  const bound = emitter.constant(bindCall(expr.fn, types, typeHere(expr, emitter), emitter.civilDay));
  return `${bound}(${args.join(', ')})`;
}

function isConstant(arg: Expr): boolean {
  return arg.op === 'list' || arg.op === 'parameter';
}

function constantOf(arg: Expr, fn: string, at: number, emitter: Emitter): unknown {
  if (arg.op === 'parameter') return emitter.parameter(arg.id);
  if (arg.op !== 'list') return undefined;
  return (fn === 'in' || fn === 'in3') && at === 1 ? new Set(arg.values) : arg.values;
}
