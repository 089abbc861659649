// References, choices and calls of reference functions: what all forms of values share.
import { type Expr, functionSpec, type ValueType } from '@tierflow/definition';
import { constantList } from '../functions/constant-list.ts';
import { bindCall, referenceCall } from './bind-call.ts';
import { type Emitter, isPlain, typeHere } from './emitter.ts';

type Call = Extract<Expr, { op: 'call' }>;
type Form = 'number' | 'text' | 'tri';

/** A field, line, column or aggregate, as the target has it. */
export function emitReference(expr: Expr, emitter: Emitter): string {
  const { target } = emitter;
  if (expr.op === 'field') return target.field(expr.name, typeHere(expr, emitter));
  if (expr.op === 'line') return emitter.lines?.line(expr.name, typeHere(expr, emitter)) ?? 'undefined';
  if (expr.op === 'column') return target.column(expr.id);
  if (expr.op === 'aggregate') return target.aggregate(expr);
  return 'undefined';
}

/** if, case and coalesce over any form, or undefined for other calls. */
export function emitChoice(expr: Call, emitter: Emitter, form: Form): string | undefined {
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
function emitCoalesce(expr: Call, emitter: Emitter, form: Form): string {
  const t = emitter.temporary();
  const isMissing = form === 'text' ? `${t} === undefined` : form === 'number' ? `${t} !== ${t}` : `${t} === 2`;
  return expr.args
    .map((arg) => emitter.recur[form](arg, emitter))
    .reduceRight((rest, text) => `(${t} = ${text}, ${isMissing} ? ${rest} : ${t})`);
}

/** A call of the reference function. */
export function emitCall(expr: Call, emitter: Emitter): string {
  const types = expr.args.map((arg) => (isConstant(arg) ? undefined : typeHere(arg, emitter)));
  const args = expr.args.map((arg, i) =>
    isConstant(arg) ? emitter.constant(constantOf(expr, i, emitter)) : emitter.recur.value(arg, emitter),
  );
  const result = typeHere(expr, emitter);
  if (functionSpec(expr.fn)?.missing !== 'own') return emitDirect(expr, { types, args, result }, emitter);
  return `${emitter.constant(bindCall(expr.fn, types, result, emitter.civilDay))}(${args.join(', ')})`;
}

interface CallTexts {
  readonly types: readonly (ValueType | undefined)[];
  readonly args: readonly string[];
  readonly result: ValueType;
}

/** The call itself where no argument is missing: all arguments come first, in order. */
function emitDirect(expr: Call, { types, args, result }: CallTexts, emitter: Emitter): string {
  const before: string[] = [];
  const held = args.map((text) => {
    if (isPlain(text)) return text;
    const name = emitter.temporary();
    before.push(`${name} = ${text}, `);
    return name;
  });
  const missing = held.flatMap((name, at) => {
    const type = types[at];
    if (type === undefined || expr.args[at]?.op === 'literal') return [];
    return type === 'boolean' ? `${name} === 2` : type === 'string' ? `${name} === undefined` : `${name} !== ${name}`;
  });
  const fn = emitter.constant(referenceCall(expr.fn, types, emitter.civilDay));
  const values = held.map((name, at) => (types[at] === 'boolean' ? `${name} === 1` : name));
  const answer = written(`${fn}(${values.join(', ')})`, result, emitter);
  if (missing.length === 0) return `(${before.join('')}${answer})`;
  const none = functionSpec(expr.fn)?.missing === 'false' ? '0' : result === 'boolean' ? '2' : result === 'string' ? 'undefined' : 'NaN';
  return `(${before.join('')}${missing.join(' || ')} ? ${none} : ${answer})`;
}

/** A value of the reference in generated code's form. */
function written(text: string, type: ValueType, emitter: Emitter): string {
  if (type === 'string') return text;
  if (type !== 'boolean') return `(${text} ?? NaN)`;
  const name = emitter.temporary();
  return `((${name} = ${text}) === undefined ? 2 : +(${name} === true))`;
}

function isConstant(arg: Expr): boolean {
  return arg.op === 'list' || arg.op === 'parameter';
}

function constantOf(call: Call, at: number, emitter: Emitter): unknown {
  const arg = call.args[at];
  return arg?.op === 'parameter' ? emitter.parameter(arg) : constantList(call, at);
}
