// An expression as nested closures over one row: the reading of a definition where code generation is forbidden,
// and the plain statement of what every other evaluator must answer.
import { type Expr, functionSpec, parseDay, typeOf } from '@tierflow/definition';
import { constantList } from '../functions/constant-list.ts';
import { type Argument, eagerFunctions, isLazy, lazyFunctions } from '../functions/implementations.ts';
import type { Fields } from '../row.ts';
import { compileAggregate } from './compile-aggregate.ts';
import type { ClosureScope, Evaluate, Frame } from './frame.ts';

/** The closure of an expression. Throws only on a definition that does not verify. */
export function compileExpr(expr: Expr, scope: ClosureScope): Evaluate {
  switch (expr.op) {
    case 'literal': {
      const { value } = expr;
      return () => value;
    }
    case 'date': {
      const day = parseDay(expr.value);
      return () => day;
    }
    case 'missing':
      return () => undefined;
    case 'field': {
      const at = scope.fieldAt(expr.name);
      return (frame) => frame.fields[at];
    }
    case 'line': {
      const at = (scope.line ?? []).findIndex((field) => field.name === expr.name);
      return (_, line) => line[at];
    }
    case 'column': {
      const at = scope.position(expr.id);
      return (frame) => frame.columns[at];
    }
    case 'asOf':
      return (frame) => frame.asOf;
    case 'parameter': {
      const value = scope.parameter(expr);
      return () => (typeof value === 'number' ? value : undefined);
    }
    case 'list':
      return () => undefined;
    case 'aggregate':
      return compileAggregate(expr, scope, compileExpr);
    case 'call':
      return compileCall(expr, scope);
  }
}

function compileCall(expr: Extract<Expr, { op: 'call' }>, scope: ClosureScope): Evaluate {
  const { fn } = expr;
  if (isLazy(fn)) return compileLazy(expr, scope);
  const types = expr.args.map((arg) => typeOf(arg, scope));
  const call = eagerFunctions[fn as keyof typeof eagerFunctions]({ types, civilDay: scope.civilDay });
  const spec = functionSpec(fn);
  const missing = spec?.missing;
  const answer = missing === 'false' ? false : undefined;
  const args = expr.args.map((_, at) => compileArgument(expr, at, scope));
  if (missing === 'own') return (frame, line) => call(...args.map((arg) => arg(frame, line)));
  const [first, second] = args;
  if (first !== undefined && args.length === 1) {
    return (frame, line) => {
      const x = first(frame, line);
      return x === undefined ? answer : call(x);
    };
  }
  if (first !== undefined && second !== undefined && args.length === 2) {
    return (frame, line) => {
      const x = first(frame, line);
      const y = second(frame, line);
      return x === undefined || y === undefined ? answer : call(x, y);
    };
  }
  return (frame, line) => {
    const values = args.map((arg) => arg(frame, line));
    return values.includes(undefined) ? answer : call(...values);
  };
}

function compileArgument(call: Extract<Expr, { op: 'call' }>, at: number, scope: ClosureScope): (frame: Frame, line: Fields) => Argument {
  const arg = call.args[at] as Expr;
  if (arg.op === 'list') {
    const value = constantList(call, at);
    return () => value;
  }
  if (arg.op === 'parameter') {
    const value = scope.parameter(arg);
    return () => value;
  }
  return compileExpr(arg, scope);
}

function compileLazy(expr: Extract<Expr, { op: 'call' }>, scope: ClosureScope): Evaluate {
  const args = expr.args.map((arg) => compileExpr(arg, scope));
  const call = lazyFunctions[expr.fn as keyof typeof lazyFunctions];
  return (frame, line) => call(args, frame, line);
}
