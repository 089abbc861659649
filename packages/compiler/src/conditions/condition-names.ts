// What a condition and its formula are compared under: every name stands for itself, whatever it is computed from.
import type { Diagnostic, Expr, ValueType } from '@tierflow/definition';
import { compileFormula, type FormulaScope } from '@tierflow/expression';
import type { ColumnInfo, Compiled } from '../define-node.ts';
import type { Condition } from './condition.ts';
import { type ConditionScope, lowerCondition } from './lower-condition.ts';

export interface ConditionNames {
  /** The scope with names standing for themselves. */
  readonly scope: FormulaScope;
  readonly typeOf: (field: string) => ValueType | undefined;
  /** The field a value is, if a row can name it. */
  readonly fieldOf: (value: Expr) => string | undefined;
  /** The value can be an empty text; true for values that are no field. */
  readonly isText: (value: Expr) => boolean;
  /** The condition as an expression, or the first mistake in it. */
  readonly lower: (where: Condition) => Expr | Diagnostic;
}

/** The names of a scope; with `line`, rows are about its fields and only formulas reach the customer. */
export function conditionNames(around: FormulaScope): ConditionNames {
  const { line } = around;
  const op = line === undefined ? 'field' : 'line';
  const scope: FormulaScope = {
    ...around,
    column: (name) => {
      const found = around.column(name);
      return found === undefined ? undefined : { ...found, expr: { op: 'field', name } };
    },
  };
  const typeOf = (field: string): ValueType | undefined =>
    line === undefined ? around.column(field)?.type : line.fields.find(({ name }) => name === field)?.type;
  const fieldOf = (value: Expr): string | undefined => (value.op === op && typeOf(value.name) !== undefined ? value.name : undefined);
  const isText = (value: Expr): boolean => {
    const field = fieldOf(value);
    return field === undefined || typeOf(field) === 'string';
  };
  const inside = scopeOfRows(scope, (name) => {
    const type = typeOf(name);
    return type === undefined ? undefined : { name, type, expr: { op, name } };
  });
  return { scope, typeOf, fieldOf, isText, lower: (where) => lowered(where, inside) };
}

function scopeOfRows(scope: FormulaScope, columnOf: (name: string) => ColumnInfo | undefined): ConditionScope {
  const report: ConditionScope['report'] = (code, path, params = {}, severity = 'error') => ({ code, severity, at: { path }, params });
  return {
    report,
    column: (name, path): Compiled => {
      const column = columnOf(name);
      if (column === undefined) return { reads: [], diagnostics: [report('field.unknown', path, { name })] };
      return { expr: column.expr, type: column.type, column, reads: [name], diagnostics: [] };
    },
    formula: (text, path): Compiled => {
      const compiled = compileFormula(text, scope);
      return { ...compiled, diagnostics: compiled.diagnostics.map((one) => ({ ...one, at: { ...one.at, path: `${path}.expr` } })) };
    },
  };
}

function lowered(where: Condition, scope: ConditionScope): Expr | Diagnostic {
  const { expr, diagnostics } = lowerCondition(where, 'where', scope);
  // A list without values is a remark elsewhere; as a formula it could not be told from "nobody".
  const [wrong] = diagnostics;
  if (wrong !== undefined) return { ...wrong, severity: 'error' };
  return expr ?? scope.report('condition.value-missing', 'where', { field: '' });
}
