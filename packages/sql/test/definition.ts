// Small programs over one relation, for tests.
import type { Column, Expr, ValueType } from '@tierflow/definition';
import type { SqlProgram } from '../src/index.ts';

export const call = (fn: string, ...args: Expr[]): Expr => ({ op: 'call', fn, args });
export const literal = (value: boolean | number | string): Expr => ({ op: 'literal', value });
export const field = (name: string): Expr => ({ op: 'field', name });
export const line = (name: string): Expr => ({ op: 'line', name });
export const column = (id: string): Expr => ({ op: 'column', id });
export const list = (...values: (boolean | number | string)[]): Expr => ({ op: 'list', values });

export const made = (id: string, type: ValueType, expr: Expr, more: Partial<Column> = {}): Column => ({
  id,
  node: 'x',
  type,
  expr,
  ...more,
});

/** Fields n, m (numbers), s (text), b (boolean), d (date), and orders with at, amount, sku. */
export function programOf(...columns: Column[]): SqlProgram {
  return {
    columns,
    parameters: [],
    timeZone: 'UTC',
    input: {
      key: 'id',
      fields: [
        { name: 'id', type: 'string' },
        { name: 'n', type: 'number' },
        { name: 'm', type: 'number' },
        { name: 's', type: 'string' },
        { name: 'b', type: 'boolean' },
        { name: 'd', type: 'date' },
      ],
      collections: [
        {
          name: 'orders',
          time: 'at',
          fields: [
            { name: 'at', type: 'date' },
            { name: 'amount', type: 'number' },
            { name: 'sku', type: 'string' },
          ],
        },
      ],
    },
  };
}

export const people = `(SELECT * FROM (VALUES
  ('1', 4::DOUBLE, 2::DOUBLE, 'a', true, DATE '2024-02-29', [{'at': DATE '2025-01-01', 'amount': 1.5::DOUBLE, 'sku': 'x'}, {'at': DATE '2025-02-01', 'amount': 0::DOUBLE, 'sku': 'y'}]),
  ('2', 4::DOUBLE, 0::DOUBLE, 'b', false, DATE '2025-01-01', []),
  ('3', NULL, 0::DOUBLE, NULL, NULL, NULL, NULL)
) AS people(id, n, m, s, b, d, orders))`;
