// Expressions as JavaScript text. Only identifiers made here and numbers of the constant pool enter the text:
// no name, text or number of a definition is ever pasted into code.
import { type BoundScope, canRaise, type Expr, parseDay, typeOf, type TypeScope, type ValueType } from '@tierflow/definition';
import { bindCall } from './bind-call.ts';
import { emitNumberCall } from './emit-number.ts';
import { emitTri, emitTrue } from './emit-boolean.ts';

/** Where the text gets its values from: one record, or row `i` of typed arrays. */
export interface Target {
  readonly field: (name: string, type: ValueType) => string;
  readonly line: (name: string, type: ValueType, from: string) => string;
  readonly column: (id: string) => string;
  readonly aggregate: (expr: Extract<Expr, { op: 'aggregate' }>) => string;
  /** Text reading a table over a dictionary instead, where the expression depends on one text field only. */
  readonly lift?: (expr: Expr, type: ValueType) => string | undefined;
  /** Text for the civil day of a datetime expression, where it is stored. */
  readonly dayOf?: (expr: Expr, from: string | undefined) => string | undefined;
}

export interface Emitter {
  readonly target: Target;
  readonly types: TypeScope;
  readonly bounds: BoundScope;
  readonly civilDay: (ms: number) => number;
  readonly parameter: (id: string) => number | readonly number[];
  /** True for columns that are never missing. */
  readonly isMask: (id: string) => boolean;
  /** Puts a value into the constant pool and answers its identifier. */
  readonly constant: (value: unknown) => string;
  /** A variable of the enclosing function for a value that is needed twice. */
  readonly temporary: () => string;
  /** The collection of the lines at hand, inside an aggregate. */
  readonly from?: string;
}

/** Type of an expression at this place. */
export function typeHere(expr: Expr, emitter: Emitter): ValueType {
  const { from, types } = emitter;
  const line = from === undefined ? undefined : types.collection(from);
  return typeOf(expr, line === undefined ? types : { ...types, line }) ?? 'number';
}

export function raises(expr: Expr, emitter: Emitter): boolean {
  return canRaise(expr, emitter.bounds);
}

/** Text of a value in its type's form: double, string or 0/1/2. */
export function emitValue(expr: Expr, emitter: Emitter): string {
  const type = typeHere(expr, emitter);
  if (type === 'boolean') return emitTri(expr, emitter);
  return type === 'string' ? emitText(expr, emitter) : emitNumber(expr, emitter);
}

/** Text of a number, day or instant; NaN is missing. */
export function emitNumber(expr: Expr, emitter: Emitter): string {
  const { target } = emitter;
  switch (expr.op) {
    case 'literal':
      return expr.value === 0 || expr.value === 1 ? String(expr.value) : emitter.constant(expr.value);
    case 'date':
      return emitter.constant(parseDay(expr.value));
    case 'missing':
      return 'NaN';
    case 'asOf':
      return 'asOf';
    case 'parameter':
      return emitter.constant(emitter.parameter(expr.id));
    case 'call':
      return target.lift?.(expr, typeHere(expr, emitter)) ?? emitNumberCall(expr, emitter);
    default:
      return emitReference(expr, emitter);
  }
}

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
    return `(${expr.args.map((arg) => `(${emitText(arg, emitter)} ?? '')`).join(' + ')})`;
  }
  return emitChoice(expr, emitter, emitText) ?? emitCall(expr, emitter);
}

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
export function emitChoice(expr: Extract<Expr, { op: 'call' }>, emitter: Emitter, emit: (expr: Expr, emitter: Emitter) => string): string | undefined {
  const { args, fn } = expr;
  const none = emit({ op: 'missing', type: typeHere(expr, emitter) }, emitter);
  if (fn === 'if' || fn === 'case') {
    const parts: string[] = [];
    let at = 0;
    for (; at + 1 < args.length; at += 2) parts.push(`${emitTrue(args[at] as Expr, emitter)} ? ${emit(args[at + 1] as Expr, emitter)} : `);
    const last = args[at];
    return `(${parts.join('')}${last === undefined ? none : emit(last, emitter)})`;
  }
  return fn === 'coalesce' ? emitCoalesce(expr, emitter, emit) : undefined;
}

/** The first value that is there; later arguments run only as needed. */
function emitCoalesce(expr: Extract<Expr, { op: 'call' }>, emitter: Emitter, emit: (expr: Expr, emitter: Emitter) => string): string {
  const t = emitter.temporary();
  const isMissing = emit === emitText ? `${t} === undefined` : emit === emitNumber ? `${t} !== ${t}` : `${t} === 2`;
  return expr.args.map((arg) => emit(arg, emitter)).reduceRight((rest, text) => `(${t} = ${text}, ${isMissing} ? ${rest} : ${t})`);
}

/** A call of the reference function. */
export function emitCall(expr: Extract<Expr, { op: 'call' }>, emitter: Emitter): string {
  const types = expr.args.map((arg) => (isConstant(arg) ? undefined : typeHere(arg, emitter)));
  const args = expr.args.map((arg, i) => (isConstant(arg) ? emitter.constant(constantOf(arg, expr.fn, i, emitter)) : emitValue(arg, emitter)));
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

/** Numbers of a `numbers` argument, known when code is made. */
export function numbersOf(arg: Expr | undefined, emitter: Emitter): readonly number[] {
  if (arg?.op === 'parameter') return [emitter.parameter(arg.id)].flat();
  return arg?.op === 'list' ? (arg.values as readonly number[]) : [];
}

/** An identifier or element that may stand twice. */
export function isPlain(text: string): boolean {
  return /^[\w.]+(\[\w+\])?$/.test(text);
}
