// What rules make of given values, computed by the evaluator from the same expressions that the node becomes.
import type { Column, Expr, ValueType } from '@tierflow/definition';
import { decider } from '@tierflow/evaluator';
import { type CleanRule, mendedValue } from '@tierflow/nodes';
import { columnsDefinition } from '../../facts/columns-definition.ts';

type Plain = string | number;

/** For each value what stands there after each of the rules, which all are about one column; null where nothing does. */
export function afterRules(rules: readonly CleanRule[], type: ValueType, values: readonly Plain[]): readonly (readonly (Plain | null)[])[] {
  const columns: Column[] = [];
  rules.forEach((rule, at) => {
    const before: Expr = at === 0 ? { op: 'field', name: 'value' } : { op: 'column', id: String(at - 1) };
    columns.push({ id: String(at), node: 'clean', type, expr: mendedValue(rule, type, before) ?? before });
  });
  const { values: valuesOf } = decider(columnsDefinition(columns, { fields: [{ name: 'value', type }], collections: [] }, 'UTC'), {
    mode: 'closures',
  });
  return values.map((value) => {
    const found = valuesOf({ key: '1', value }, '2000-01-01').values;
    return columns.map(({ id }) => plain(found.get(id)));
  });
}

function plain(value: unknown): Plain | null {
  return typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value)) ? value : null;
}
