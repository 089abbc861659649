// An expression as SQL: value and error. What the closures of the evaluator answer is what this has to say.
import { type Expr, type FunctionName, parseDay, typeOf, type ValueType } from '@tierflow/definition';
import { SqlRefusal } from '../refusal.ts';
import { compileAggregate } from './compile-aggregate.ts';
import { type Compiled, type Context, callOf, fitted } from './context.ts';
import { boolean, day, type Fragment, lineField, number, sql, text } from './fragment.ts';
import { duckdbFunctions } from './functions/table.ts';

/** SQL of an expression. Throws SqlRefusal where the dialect has no equal. */
export function compileExpr(expr: Expr, context: Context): Compiled {
  const given = context.given?.(expr);
  if (given !== undefined) return { value: given };
  switch (expr.op) {
    case 'literal':
      return { value: literal(expr.value) };
    case 'date':
      return { value: day(parseDay(expr.value) ?? 0) };
    case 'missing':
      return { value: missing(expr.type) };
    case 'field':
      return { value: context.field(expr.name) };
    case 'line':
      return { value: lineField(expr.name, 0) };
    case 'column':
      return { value: context.column(expr.id) };
    case 'asOf':
      return { value: day(context.asOf) };
    case 'parameter':
      return { value: number(Number(fitted(expr, context)[0] ?? 0)) };
    case 'list':
      return { value: missing('number') };
    case 'aggregate':
      return compileAggregate(expr, context, compileExpr);
    case 'call':
      return compileCall(expr, context);
  }
}

function literal(value: boolean | number | string): Fragment {
  if (typeof value === 'number') return number(value);
  return typeof value === 'string' ? text(value) : boolean(value);
}

/** NULL of a type. */
export function missing(type: ValueType): Fragment {
  return { ...sql`CAST(NULL AS ${columnType(type)})`, atom: true };
}

function columnType(type: ValueType): Fragment {
  switch (type) {
    case 'number':
    case 'datetime':
      return sql`DOUBLE`;
    case 'string':
      return sql`VARCHAR`;
    case 'boolean':
      return sql`BOOLEAN`;
    case 'date':
      return sql`DATE`;
  }
}

function compileCall(expr: Extract<Expr, { op: 'call' }>, context: Context): Compiled {
  // A function that this version does not know is refused like one that it cannot say.
  const implementation = Object.hasOwn(duckdbFunctions, expr.fn) ? duckdbFunctions[expr.fn as FunctionName] : undefined;
  if (implementation === undefined || implementation === 'refused') throw new SqlRefusal('sql.function', expr.fn);
  if (typeOf(expr, context.types) === undefined) throw new SqlRefusal('sql.argument', expr.fn);
  return implementation(
    expr.args.map((arg) => compileExpr(arg, context)),
    callOf(expr, context),
  );
}
