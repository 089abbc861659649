// Whether an expression reads only what is there and every call fits its signature.

import { parseDay } from '../civil-day.ts';
import type { ArgType, FunctionSpec } from '../function-spec.ts';
import { aggregateNames, functionSpec } from '../functions.ts';
import { type ParameterExpr, readParameter, tableRules } from '../parameter-table.ts';
import { partsOf, type TypeScope, typeOf } from '../type-of.ts';
import type { Aggregate, Expr, ParameterValue, ValueType } from '../types.ts';
import { type Findings, pointerTo } from './shape.ts';

/** What an expression may read, and where it stands. */
export interface ExprPlace {
  readonly pointer: string;
  readonly scope: TypeScope;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  readonly findings: Findings;
}

/** Reports faults of an expression and of its parts, innermost first. */
export function checkExpr(expr: Expr, at: ExprPlace): void {
  const before = at.findings.faults.length;
  checkParts(expr, at);
  if (at.findings.faults.length > before) return;
  checkOne(expr, at);
}

function checkParts(expr: Expr, at: ExprPlace): void {
  if (expr.op === 'aggregate') {
    checkAggregate(expr, at);
    return;
  }
  partsOf(expr).forEach((part, index) => {
    checkExpr(part, { ...at, pointer: pointerTo(pointerTo(at.pointer, 'args'), index) });
  });
}

function checkOne(expr: Expr, { pointer, scope, parameters, findings }: ExprPlace): void {
  const unknown = (code: string, name: string): void => findings.add(code, pointer, { name });
  switch (expr.op) {
    case 'field':
      if (scope.field(expr.name) === undefined) unknown('definition.unknown-field', expr.name);
      return;
    case 'line':
      if (scope.line === undefined) unknown('definition.line-outside', expr.name);
      else if (!scope.line.some((field) => field.name === expr.name)) unknown('definition.unknown-field', expr.name);
      return;
    case 'column':
      if (scope.column(expr.id) === undefined) unknown('definition.unknown-column', expr.id);
      return;
    case 'parameter':
      if (!parameters.has(expr.id)) unknown('definition.unknown-parameter', expr.id);
      return;
    case 'date':
      if (parseDay(expr.value) === undefined) unknown('definition.unreadable-day', expr.value);
      return;
    case 'call':
      checkCall(expr, { pointer, scope, parameters, findings });
      return;
    default:
      return;
  }
}

function checkAggregate(expr: Aggregate, at: ExprPlace): void {
  const { pointer, scope, findings } = at;
  const line = scope.collection(expr.from);
  if (scope.line !== undefined || line === undefined) {
    findings.add(scope.line === undefined ? 'definition.unknown-collection' : 'definition.nested-aggregate', pointer, { name: expr.from });
    return;
  }
  const inner: ExprPlace = { ...at, scope: { ...scope, line } };
  const needs = { value: expr.fn !== 'count', by: expr.fn === 'first' || expr.fn === 'last' };
  if (expr.fn === 'firstRule') checkRules(expr, at);
  for (const part of ['where', 'value', 'by'] as const) {
    const own = expr[part];
    if (own !== undefined) checkExpr(own, { ...inner, pointer: pointerTo(pointer, part) });
    else if (part !== 'where' && needs[part]) findings.add('definition.member-missing', pointer, { member: part });
  }
  for (const part of ['at', 'descending'] as const) {
    if (expr[part] !== undefined && !needs.by)
      findings.add('definition.shape', pointerTo(pointer, part), { expected: 'first or last beside it' });
  }
  if (expr.where !== undefined && typeOf(expr.where, inner.scope) !== 'boolean')
    wrongType(findings, pointerTo(pointer, 'where'), 'boolean');
  const wanted = VALUE_TYPES[expr.fn];
  if (wanted !== undefined && expr.value !== undefined && typeOf(expr.value, inner.scope) !== wanted)
    wrongType(findings, pointerTo(pointer, 'value'), wanted);
}

const VALUE_TYPES: { readonly [fn in Aggregate['fn']]?: ValueType } = { sum: 'number', mean: 'number', firstRule: 'string' };

/** The rules are a parameter; while it is not fitted, nothing is known of its rows. */
function checkRules({ rules }: Aggregate, { pointer, parameters, findings }: ExprPlace): void {
  const value = rules?.op === 'parameter' ? parameters.get(rules.id) : undefined;
  if (rules === undefined) findings.add('definition.member-missing', pointer, { member: 'rules' });
  else if (rules.op === 'parameter' && !parameters.has(rules.id))
    findings.add('definition.unknown-parameter', pointerTo(pointer, 'rules'), { name: rules.id });
  else if (value !== null && tableRules(value) === undefined) wrongType(findings, pointerTo(pointer, 'rules'), 'rules');
}

function wrongType(findings: Findings, pointer: string, expected: string): void {
  findings.add('definition.wrong-type', pointer, { expected });
}

function checkCall(expr: Extract<Expr, { op: 'call' }>, at: ExprPlace): void {
  const spec = functionSpec(expr.fn);
  if (spec === undefined) {
    at.findings.add('definition.unknown-function', at.pointer, { name: expr.fn });
    return;
  }
  const { args } = expr;
  if (args.length < spec.required || (spec.rest === undefined && args.length > spec.args.length)) {
    at.findings.add('definition.arguments', at.pointer, { name: expr.fn, given: args.length });
    return;
  }
  const same = sameType(expr.args, spec, at.scope);
  args.forEach((arg, index) => {
    const wanted = argType(expr.fn, spec, index, args.length);
    const fault = misfit(arg, wanted, same, at);
    if (fault !== undefined) wrongType(at.findings, pointerTo(pointerTo(at.pointer, 'args'), index), fault);
  });
}

/** The type that stands for `any` and `same` in one call. */
function sameType(args: readonly Expr[], spec: FunctionSpec, scope: TypeScope): ValueType | undefined {
  const position = spec.args.indexOf('any');
  const first = position < 0 ? undefined : args[position];
  return first === undefined ? undefined : typeOf(first, scope);
}

/** `case` repeats the pair of condition and value; an odd last argument is the value otherwise. */
function argType(fn: string, spec: FunctionSpec, index: number, count: number): ArgType {
  if (fn === 'case') return index === count - 1 && count % 2 === 1 ? 'same' : index % 2 === 0 ? 'boolean' : index === 1 ? 'any' : 'same';
  return spec.args[index] ?? spec.rest ?? 'any';
}

/** What was expected, where the argument is something else. */
function misfit(arg: Expr, wanted: ArgType, same: ValueType | undefined, { scope, parameters }: ExprPlace): string | undefined {
  if (wanted === 'list') return arg.op === 'list' ? undefined : 'list';
  if (wanted === 'texts') return arg.op === 'list' && arg.values.every((value) => typeof value === 'string') ? undefined : 'texts';
  if (wanted === 'numbers' || wanted === 'choices') return isListOf(wanted, arg, parameters) ? undefined : wanted;
  if (arg.op === 'list' || (arg.op === 'parameter' && !isNumber(arg, parameters.get(arg.id)))) return wanted;
  const type = typeOf(arg, scope);
  if (wanted === 'any') return type === undefined ? wanted : undefined;
  if (wanted === 'instant') return type === 'date' || type === 'datetime' ? undefined : wanted;
  const expected = wanted === 'same' ? same : wanted;
  return type === expected ? undefined : expected;
}

function isListOf(wanted: 'numbers' | 'choices', arg: Expr, parameters: ExprPlace['parameters']): boolean {
  const value = arg.op === 'parameter' ? parameters.get(arg.id) : undefined;
  if (value === null) return true;
  const content = arg.op === 'list' ? arg.values : arg.op === 'parameter' ? readParameter(arg, value) : undefined;
  const type = wanted === 'numbers' ? 'number' : 'string';
  return Array.isArray(content) && content.every((item) => typeof item === type);
}

/** A single number, or not fitted yet. */
function isNumber(arg: ParameterExpr, value: ParameterValue | undefined): boolean {
  return arg.member === undefined && !Array.isArray(value);
}

/** Names that a reader has to know. */
export function isKnownFunction(name: string): boolean {
  return functionSpec(name) !== undefined || aggregateNames.some((known) => known === name);
}
