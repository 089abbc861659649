import { expect, test } from 'vitest';
import { mapDataSets, storedName } from './data-mapping.ts';

const imported = [
  {
    name: '会员',
    key: '会员号',
    fields: [
      { name: '会员号', type: 'string' },
      { name: '城市', type: 'string' },
      { name: 'id', type: 'number' },
    ],
  },
  {
    name: 'sales',
    customer: '会员号',
    time: '日期',
    fields: [
      { name: '会员号', type: 'string' },
      { name: '日期', type: 'date' },
      { name: 'paid', type: 'number' },
      { name: 'amount', type: 'number' },
    ],
  },
  { name: 'others', key: 'x', fields: [] },
] as const;

const data = {
  customers: { dataset: '会员', key: 'customer_id', fields: [{ name: 'customer_id', type: 'string', column: '会员号' }] },
  orders: {
    dataset: 'sales',
    customer: 'customer_id',
    time: 'ordered_at',
    fields: [
      { name: 'customer_id', type: 'string', column: '会员号' },
      { name: 'ordered_at', type: 'date', column: '日期' },
      { name: 'amount', type: 'number', column: 'paid' },
      { name: 'discount', type: 'number', column: 'not there' },
    ],
  },
} as const;

test('sets and columns get the names of the flow; roles follow, a name that is taken hides the stored one', () => {
  const [customers, orders, ...more] = mapDataSets(structuredClone(data) as never, imported);
  expect(more).toEqual([]);
  expect(customers).toEqual({
    name: 'customers',
    key: 'customer_id',
    columns: { customer_id: '会员号' },
    fields: [
      { name: 'customer_id', type: 'string' },
      { name: '城市', type: 'string' },
      { name: 'id', type: 'number' },
    ],
  });
  expect(orders).toMatchObject({ name: 'orders', customer: 'customer_id', time: 'ordered_at' });
  expect(orders?.fields.map(({ name }) => name)).toEqual(['customer_id', 'ordered_at', 'amount']);
  expect(orders?.columns).toEqual({ customer_id: '会员号', ordered_at: '日期', amount: 'paid' });
});

test('without a declaration everything is read as it is', () => {
  expect(mapDataSets(undefined, imported).map(({ name, columns }) => [name, columns])).toEqual([
    ['会员', {}],
    ['sales', {}],
    ['others', {}],
  ]);
  expect([storedName(structuredClone(data) as never, 'orders'), storedName(undefined, 'orders')]).toEqual(['sales', 'orders']);
});
