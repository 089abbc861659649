// Boolean expressions as integer text without branches. A condition is asked "is it true?" and "is it false?"
// apart; unknown is neither. Comparisons with NaN are false in JavaScript, so missing needs no test.
// Where a part can raise, order of evaluation matters and the 0/1/2 form below keeps it.
import type { Expr } from '@tierflow/definition';
import { emitCall, emitChoice, emitReference } from './emit-call.ts';
import { type Emitter, isPlain, raises, typeHere } from './emitter.ts';

type Call = Extract<Expr, { op: 'call' }>;

const COMPARE: { readonly [fn: string]: readonly [string, string] } = {
  lt: ['<', '>='],
  le: ['<=', '>'],
  gt: ['>', '<='],
  ge: ['>=', '<'],
};

/** 1 where the expression is true, else 0. */
export function emitTrue(expr: Expr, emitter: Emitter): string {
  if (expr.op === 'literal') return expr.value === true ? '1' : '0';
  if (expr.op === 'missing') return '0';
  if (expr.op === 'column' && emitter.isMask(expr.id)) return emitter.target.column(expr.id);
  if (expr.op !== 'call') return `+(${emitReference(expr, emitter)} === 1)`;
  const lifted = emitter.target.lift?.(expr, 'boolean');
  if (lifted !== undefined) return `+(${lifted} === 1)`;
  if (raises(expr, emitter)) return `+(${emitTri(expr, emitter)} === 1)`;
  return emitCallTruth(expr, emitter, true) ?? `+(${emitTri(expr, emitter)} === 1)`;
}

/** 1 where the expression is false, else 0. */
export function emitFalse(expr: Expr, emitter: Emitter): string {
  if (expr.op === 'literal') return expr.value === false ? '1' : '0';
  if (expr.op === 'missing') return '0';
  if (expr.op === 'column' && emitter.isMask(expr.id)) return `(${emitter.target.column(expr.id)} ^ 1)`;
  if (expr.op !== 'call') return `+(${emitReference(expr, emitter)} === 0)`;
  const lifted = emitter.target.lift?.(expr, 'boolean');
  if (lifted !== undefined) return `+(${lifted} === 0)`;
  if (raises(expr, emitter)) return `+(${emitTri(expr, emitter)} === 0)`;
  return emitCallTruth(expr, emitter, false) ?? `+(${emitTri(expr, emitter)} === 0)`;
}

/** Whether a call is true, or false, in text without branches; undefined where the 0/1/2 form has to do. */
function emitCallTruth(expr: Call, emitter: Emitter, truth: boolean): string | undefined {
  const { args, fn } = expr;
  const all = (emit: (expr: Expr, emitter: Emitter) => string, operator: string): string =>
    `(${args.map((arg) => emit(arg, emitter)).join(` ${operator} `)})`;
  const [first] = args as [Expr, ...Expr[]];
  switch (fn) {
    case 'and3':
      return truth ? emitAllTrue(args, emitter) : all(emitFalse, '|');
    case 'or3':
      return truth ? all(emitTrue, '|') : all(emitFalse, '&');
    case 'and':
      return truth ? emitAllTrue(args, emitter) : `(${emitAllTrue(args, emitter)} ^ 1)`;
    case 'or':
      return truth ? all(emitTrue, '|') : `(${all(emitTrue, '|')} ^ 1)`;
    case 'not':
    case 'not3':
      return truth ? emitFalse(first, emitter) : emitTrue(first, emitter);
    case 'isTrue':
      return truth ? emitTrue(first, emitter) : `(${emitTrue(first, emitter)} ^ 1)`;
    case 'isMissing':
      return emitMissing(first, emitter, truth);
    case 'exists':
      return emitMissing(first, emitter, !truth);
    case 'isBlank':
      return emitBlank(first, emitter, truth);
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return emitOrder(expr, COMPARE[fn]?.[truth ? 0 : 1] ?? '<', emitter);
    case 'eq':
    case 'ne':
    case 'eq3':
    case 'ne3':
      return emitEqual(expr, emitter, truth);
    case 'in':
    case 'in3':
      return emitIn(expr, emitter, truth);
    default:
      return undefined;
  }
}

/** All true: what is cheap is computed without branches, what calls or loops only where the cheap part is true. */
function emitAllTrue(args: readonly Expr[], emitter: Emitter): string {
  const texts = args.map((arg) => emitTrue(arg, emitter));
  const isDear = (text: string): boolean => /[ak]\d+(\.has)?\(/.test(text);
  const cheap = texts.filter((text) => !isDear(text));
  return [...(cheap.length === 0 ? [] : [`(${cheap.join(' & ')})`]), ...texts.filter(isDear)].reduceRight(
    (rest, text) => `(${text} ? ${rest} : 0)`,
  );
}

/** Up to this many texts are compared one by one. */
const FEW = 8;

function emitOneOf(x: string, values: readonly unknown[], emitter: Emitter): string {
  return `(${values.map((value) => `${x} === ${emitter.constant(value)}`).join(' || ') || 'false'})`;
}

/** Membership of text in a constant set; the set has no missing member. */
function emitIn(expr: Call, emitter: Emitter, truth: boolean): string | undefined {
  const [a, list] = expr.args as [Expr, Expr];
  if (typeHere(a, emitter) !== 'string' || list.op !== 'list') return undefined;
  const x = emitter.recur.text(a, emitter);
  const short = isPlain(x) && list.values.length <= FEW;
  const has = short ? emitOneOf(x, list.values, emitter) : `${emitter.constant(new Set(list.values))}.has(${x})`;
  if (truth) return `+${has}`;
  if (expr.fn === 'in') return `(${has} ? 0 : 1)`;
  return isPlain(x) ? `(${x} === undefined || ${has} ? 0 : 1)` : undefined;
}

function emitMissing(arg: Expr, emitter: Emitter, missing: boolean): string {
  const type = typeHere(arg, emitter);
  const text = emitter.recur.value(arg, emitter);
  if (type === 'boolean') return `+(${text} ${missing ? '===' : '!=='} 2)`;
  if (type === 'string') return `+(${text} ${missing ? '===' : '!=='} undefined)`;
  return missing ? `+Number.isNaN(${text})` : `(Number.isNaN(${text}) ? 0 : 1)`;
}

/** Missing, or for text also empty. */
function emitBlank(arg: Expr, emitter: Emitter, blank: boolean): string | undefined {
  if (typeHere(arg, emitter) !== 'string') return emitMissing(arg, emitter, blank);
  const x = emitter.recur.text(arg, emitter);
  if (!isPlain(x)) return undefined;
  return `(${x} === undefined || ${x} === '' ? ${blank ? 1 : 0} : ${blank ? 0 : 1})`;
}

function emitOrder(expr: Call, operator: string, emitter: Emitter): string | undefined {
  const [a, b] = expr.args as [Expr, Expr];
  const type = typeHere(a, emitter);
  if (type === 'string' || type === 'boolean') return undefined;
  return `+(${emitter.recur.number(a, emitter)} ${operator} ${emitter.recur.number(b, emitter)})`;
}

/** Equality of numbers: NaN equals nothing, so "true" needs no test; "not equal" is less or greater. */
function emitEqual(expr: Call, emitter: Emitter, truth: boolean): string | undefined {
  const { fn } = expr;
  const [a, b] = expr.args as [Expr, Expr];
  const type = typeHere(a, emitter);
  if (type === 'boolean') return undefined;
  const wantsEqual = (fn === 'eq' || fn === 'eq3') === truth;
  if (!truth && (fn === 'eq' || fn === 'ne')) {
    const isTrue = emitEqual(expr, emitter, true);
    return isTrue === undefined ? undefined : `(${isTrue} ^ 1)`;
  }
  if (type === 'string') return emitTextEqual(a, b, wantsEqual, emitter);
  const x = emitter.recur.number(a, emitter);
  const y = emitter.recur.number(b, emitter);
  if (wantsEqual) return `+(${x} === ${y})`;
  return isPlain(x) && isPlain(y) ? `((${x} < ${y}) | (${x} > ${y}))` : undefined;
}

function emitTextEqual(a: Expr, b: Expr, wantsEqual: boolean, emitter: Emitter): string | undefined {
  const x = emitter.recur.text(a, emitter);
  const y = emitter.recur.text(b, emitter);
  const [name, other] = b.op === 'literal' ? [x, y] : [y, x];
  if (a.op !== 'literal' && b.op !== 'literal') return undefined;
  if (wantsEqual) return `+(${name} === ${other})`;
  return isPlain(name) ? `((${name} !== undefined) & (${name} !== ${other}))` : undefined;
}

/** 0 false, 1 true, 2 missing, with parts evaluated in order and only as needed. */
export function emitTri(expr: Expr, emitter: Emitter): string {
  if (expr.op === 'literal') return expr.value === true ? '1' : '0';
  if (expr.op === 'missing') return '2';
  if (expr.op !== 'call') return emitReference(expr, emitter);
  const lifted = emitter.target.lift?.(expr, 'boolean');
  if (lifted !== undefined) return lifted;
  const { args, fn } = expr;
  const chosen = emitChoice(expr, emitter, 'tri');
  if (chosen !== undefined) return chosen;
  if (fn === 'and' || fn === 'or') {
    const parts = args.map((arg) => emitTrue(arg, emitter));
    return fn === 'and'
      ? parts.reduceRight((rest, part) => `(${part} ? ${rest} : 0)`)
      : parts.reduceRight((rest, part) => `(${part} ? 1 : ${rest})`);
  }
  if (fn === 'isTrue') return emitTrue(args[0] as Expr, emitter);
  if (!raises(expr, emitter)) {
    const yes = emitCallTruth(expr, emitter, true);
    const no = emitCallTruth(expr, emitter, false);
    if (yes !== undefined && no !== undefined) return `(2 - ${yes} - 2 * ${no})`;
  }
  if (fn === 'and3' || fn === 'or3') return emitKleene(args, fn === 'and3' ? 0 : 1, emitter);
  return emitCall(expr, emitter);
}

/** Stops at the winning value (0 for and, 1 for or); otherwise unknown if any part was. */
function emitKleene(args: readonly Expr[], winner: 0 | 1, emitter: Emitter): string {
  const [unknown, value] = [emitter.temporary(), emitter.temporary()];
  const parts = args.map(
    (arg) => `(${value} = ${emitTri(arg, emitter)}) === ${winner} ? ${winner} : (${unknown} = ${unknown} || ${value} === 2, `,
  );
  return `(${unknown} = false, ${parts.join('')}${unknown} ? 2 : ${1 - winner}${')'.repeat(args.length + 1)}`;
}
