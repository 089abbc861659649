// A customer with orders, as formulas in the tests see it, and the evaluation of formulas over records.
import type { Collection, Definition, Field } from '@tierflow/definition';
import { functionsIn } from '@tierflow/definition';
import { type CompiledFormula, compileFormula, type FormulaScope } from '../src/index.ts';

export const fields: readonly Field[] = [
  { name: 'id', type: 'string' },
  { name: 'name', type: 'string' },
  { name: 'city', type: 'string' },
  { name: 'spend', type: 'number' },
  { name: 'visits', type: 'number' },
  { name: 'vip', type: 'boolean' },
  { name: 'birthday', type: 'date' },
  { name: 'last_order', type: 'date' },
  { name: 'joined_at', type: 'datetime' },
  { name: 'annual income', type: 'number' },
  { name: '城市', type: 'string' },
  { name: 'address.zip', type: 'string' },
];

export const orders: Collection = {
  name: 'orders',
  time: 'ordered_at',
  fields: [
    { name: 'ordered_at', type: 'datetime' },
    { name: 'amount', type: 'number' },
    { name: 'qty', type: 'number' },
    { name: 'status', type: 'string' },
    { name: 'sku', type: 'string' },
    { name: 'gift', type: 'boolean' },
  ],
};

export const visitsList: Collection = {
  name: 'calls',
  time: 'day',
  fields: [
    { name: 'day', type: 'date' },
    { name: 'minutes', type: 'number' },
  ],
};

export function scopeFor(columns: readonly Field[], collections: readonly Collection[], line?: Collection): FormulaScope {
  const byName = new Map(columns.map((field) => [field.name, field]));
  const lists = new Map(collections.map((collection) => [collection.name, collection]));
  return {
    column: (name) => {
      const field = byName.get(name);
      return field === undefined
        ? undefined
        : { type: field.type, expr: { op: 'field', name }, ...(name === 'visits' ? { decimals: 0 } : {}) };
    },
    collection: (name) => lists.get(name),
    names: () => [...byName.keys(), ...lists.keys()],
    ...(line === undefined ? {} : { line }),
  };
}

export const scope = scopeFor(fields, [orders, visitsList]);

export const compile = (text: string): CompiledFormula => compileFormula(text, scope);

interface FormulaInput {
  readonly fields: readonly Field[];
  readonly collections: readonly Collection[];
}

/** The definition of one column, `answer`, to run an expression with the evaluator. */
export function programOf(compiled: CompiledFormula, input: FormulaInput): Definition {
  const program = programOfAll([compiled], input);
  return { ...program, columns: program.columns.map((column) => ({ ...column, id: 'answer' })) };
}

/** The definition of a column for each formula: `f0`, `f1` … */
export function programOfAll(compiled: readonly CompiledFormula[], input: FormulaInput): Definition {
  const columns = compiled.map(({ expr, type, diagnostics }, at) => {
    if (expr === undefined || type === undefined) throw new Error(`does not compile: ${JSON.stringify(diagnostics)}`);
    return { id: `f${at}`, node: 'n', type, expr };
  });
  const nothing = { tiers: [], scores: [], labels: [], segments: [], playbooks: [] };
  return {
    format: 'tierflow/definition@1',
    name: 'formula',
    title: { en: 'Formula' },
    version: 0,
    revision: 0,
    timeZone: 'Asia/Shanghai',
    requires: [...new Set(columns.flatMap(({ expr }) => [...functionsIn(expr)]))],
    input: { key: 'id', ...input },
    fittedOn: { asOf: '2024-06-30', generation: 'g', rows: 1 },
    parameters: [],
    columns,
    nodes: [],
    outputs: nothing,
    vectors: [],
  };
}
