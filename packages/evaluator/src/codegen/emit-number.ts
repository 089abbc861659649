// Numbers, days and instants. The simple calls become operators; the rest call the reference.
import { boundOf, type Expr, parseDay, UNBOUNDED } from '@tierflow/definition';
import { emitCall, emitChoice, emitReference } from './emit-call.ts';
import { emitNearest } from './emit-nearest.ts';
import { type Emitter, isPlain, numbersOf, typeHere } from './emitter.ts';
import { nonFinite } from './non-finite.ts';

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
      return emitter.constant(emitter.parameter(expr));
    case 'call':
      return target.lift?.(expr, typeHere(expr, emitter)) ?? emitNumberCall(expr, emitter);
    default:
      return emitReference(expr, emitter);
  }
}

type Call = Extract<Expr, { op: 'call' }>;

const OPERATORS: { readonly [fn: string]: string } = { add: '+', sub: '-', mul: '*', div: '/', mod: '%' };
const UNARY: { readonly [fn: string]: string } = { neg: '-', abs: 'Math.abs', floor: 'Math.floor', ceil: 'Math.ceil' };

/** Up to this many cuts are compared one by one without branches. */
const FLAT_CUTS = 12;

/** Text of a call with a numeric result. */
export function emitNumberCall(expr: Call, emitter: Emitter): string {
  const arg = (at: number): string => emitNumber(expr.args[at] as Expr, emitter);
  const operator = OPERATORS[expr.fn];
  if (operator !== undefined) return emitOperator(expr, operator, emitter);
  const unary = UNARY[expr.fn];
  if (unary !== undefined) return `${unary}(${arg(0)})`;
  // Turned round so that the parts run in order: which error comes first is part of the answer.
  if (expr.fn === 'daysBetween') return `(-${arg(0)} + ${arg(1)})`;
  if (expr.fn === 'dateOf') return emitDateOf(expr, emitter);
  if (expr.fn === 'bin' || expr.fn === 'binLeft') return emitBin(expr, emitter);
  if (expr.fn === 'nearest') return emitNearest(expr, emitter, 'NaN') ?? emitCall(expr, emitter);
  return emitChoice(expr, emitter, 'number') ?? emitCall(expr, emitter);
}

function emitOperator(expr: Call, operator: string, emitter: Emitter): string {
  const [a, b] = expr.args.map((part) => emitOperand(part, emitter));
  const zeroPossible = expr.fn === 'mod' && !(expr.args[1]?.op === 'literal' && expr.args[1].value !== 0);
  if (boundOf(expr, emitter.bounds) < UNBOUNDED - 1 && !zeroPossible) return `(${a} ${operator} ${b})`;
  const [x, y, result] = [emitter.temporary(), emitter.temporary(), emitter.temporary()];
  const check = emitter.constant(nonFinite);
  return `(${x} = ${a}, ${y} = ${b}, ${result} = ${x} ${operator} ${y}, ${result} - ${result} === 0 ? ${result} : ${check}(${x}, ${y}))`;
}

/** Small integers stand in the text, so that whole-number arithmetic stays whole; cut lines never do. */
function emitOperand(part: Expr, emitter: Emitter): string {
  const isSmall = part.op === 'literal' && Number.isInteger(part.value) && Math.abs(part.value as number) <= 1000;
  return isSmall ? `(${Number(part.value)})` : emitNumber(part, emitter);
}

function emitDateOf(expr: Call, emitter: Emitter): string {
  const part = expr.args[0] as Expr;
  const stored =
    part.op === 'field' ? emitter.target.dayOf?.(part.name) : part.op === 'line' ? emitter.lines?.dayOf?.(part.name) : undefined;
  return stored ?? emitCall(expr, emitter);
}

/** Branch-free for few cuts: 1 + (x > c1) + (x > c2) …; an equal value is lower for bin, higher for binLeft. */
function emitBin(expr: Call, emitter: Emitter, none = 'NaN'): string {
  const cuts = numbersOf(expr.args[1], emitter);
  if (cuts.length > FLAT_CUTS) return none === 'NaN' ? emitCall(expr, emitter) : `(${emitCall(expr, emitter)} || ${none})`;
  const x = emitNumber(expr.args[0] as Expr, emitter);
  const value = isPlain(x) ? x : emitter.temporary();
  const compare = expr.fn === 'bin' ? '>' : '>=';
  const sum = ['1', ...cuts.map((cut) => `+(${value} ${compare} ${emitter.constant(cut)})`)].join(' + ');
  return `(${value === x ? '' : `${value} = ${x}, `}${value} === ${value} ? ${sum} : ${none})`;
}

/** Text of a bin or a nearest centroid as an integer state: 0 where the value is missing. */
export function emitState(expr: Expr, emitter: Emitter): string {
  const call = expr as Call;
  if (call.fn === 'nearest') return emitNearest(call, emitter, '0') ?? `(${emitCall(call, emitter)} || 0)`;
  return emitBin(call, emitter, '0');
}
