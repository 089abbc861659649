// What rules make of given values, computed by the evaluator from the same expressions that the node becomes.
import { type Definition, type Expr, functionsIn, type ValueType } from '@tierflow/definition';
import { decider } from '@tierflow/evaluator';
import { type CleanRule, mendedValue } from '@tierflow/nodes';

type Plain = string | number;

/** For each value what stands there after each of the rules, which all are about one column; null where nothing does. */
export function afterRules(rules: readonly CleanRule[], type: ValueType, values: readonly Plain[]): readonly (readonly (Plain | null)[])[] {
  const columns: { readonly id: string; readonly node: string; readonly type: ValueType; readonly expr: Expr }[] = [];
  rules.forEach((rule, at) => {
    const before: Expr = at === 0 ? { op: 'field', name: 'value' } : { op: 'column', id: String(at - 1) };
    columns.push({ id: String(at), node: 'clean', type, expr: mendedValue(rule, type, before) ?? before });
  });
  const { values: valuesOf } = decider(programOf(columns, type), { mode: 'closures' });
  return values.map((value) => {
    const found = valuesOf({ key: '1', value }, '2000-01-01').values;
    return columns.map(({ id }) => plain(found.get(id)));
  });
}

function plain(value: unknown): Plain | null {
  return typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value)) ? value : null;
}

function programOf(columns: Definition['columns'], type: ValueType): Definition {
  return {
    format: 'tierflow/definition@1',
    name: 'clean',
    title: { en: 'Clean' },
    version: 0,
    revision: 0,
    timeZone: 'UTC',
    requires: [...new Set(columns.flatMap(({ expr }) => [...functionsIn(expr)]))],
    input: { key: 'key', fields: [{ name: 'value', type }], collections: [] },
    fittedOn: null,
    parameters: [],
    columns,
    nodes: [],
    outputs: { tiers: [], scores: [], labels: [], segments: [], playbooks: [] },
    vectors: [],
  };
}
