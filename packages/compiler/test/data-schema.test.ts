// The flow's declaration and the import, made one.
import { expect, it } from 'vitest';
import { dataSchemaOf, nearestName } from '../src/index.ts';

const text = (name: string) => ({ name, type: 'string' as const });
const number = (name: string) => ({ name, type: 'number' as const });
const date = (name: string) => ({ name, type: 'date' as const });

it('types of the flow win over imported ones; imported fields it does not list can be read too', () => {
  const { schema, diagnostics } = dataSchemaOf(
    { data: { customers: { key: 'no', fields: [text('no'), number('gone')] }, orders: { customer: 'no', fields: [date('at')] } } },
    [
      { name: 'customers', key: 'other', fields: [number('no'), text('city')] },
      { name: 'orders', customer: 'x', time: 'at', fields: [text('at'), number('amount')] },
    ],
  );
  expect(schema).toEqual({
    customers: { name: 'customers', key: 'no', fields: [text('no'), number('gone'), text('city')] },
    collections: [{ name: 'orders', customer: 'no', time: 'at', fields: [date('at'), number('amount')] }],
  });
  expect(diagnostics.map((found) => [found.code, found.params['field']])).toEqual([['data.field-not-imported', 'gone']]);
});

it('without a declaration the roles told at import hold', () => {
  const { schema, diagnostics } = dataSchemaOf({ data: undefined }, [
    { name: 'people', key: 'id', fields: [text('id')] },
    { name: 'visits', customer: 'id', time: 'on', fields: [text('id'), date('on')] },
  ]);
  expect(diagnostics).toEqual([]);
  expect(schema.customers).toMatchObject({ name: 'people', key: 'id' });
  expect(schema.collections).toMatchObject([{ name: 'visits', customer: 'id', time: 'on' }]);
});

it('roles nobody told are guessed from names and types, and said', () => {
  const { schema, diagnostics } = dataSchemaOf({ data: undefined }, [
    { name: 'orders', fields: [text('order_id'), text('customer_id'), date('ordered_at'), number('amount')] },
    { name: 'customers', fields: [text('customer_id'), text('city')] },
  ]);
  expect(schema.customers).toMatchObject({ name: 'customers', key: 'customer_id' });
  expect(schema.collections).toMatchObject([{ name: 'orders', customer: 'customer_id', time: 'ordered_at' }]);
  expect(diagnostics.map((found) => [found.code, found.severity])).toEqual([
    ['data.guessed-role', 'info'],
    ['data.guessed-role', 'info'],
  ]);
});

it('a single file of dated lines is a collection, one without dates the customers', () => {
  expect(dataSchemaOf({ data: undefined }, [{ name: 'lines', fields: [text('客户编号'), date('日期')] }]).schema).toMatchObject({
    collections: [{ name: 'lines', customer: '客户编号', time: '日期' }],
  });
  expect(dataSchemaOf({ data: undefined }, [{ name: 'list', fields: [text('id'), text('city')] }]).schema).toMatchObject({
    customers: { name: 'list', key: 'id' },
  });
});

it('tells a second set of customers and a time that is no date', () => {
  const { diagnostics } = dataSchemaOf({
    data: {
      a: { key: 'id', fields: [text('id')] },
      b: { key: 'id', fields: [text('id')] },
      c: { customer: 'id', time: 'at', fields: [text('at')] },
    },
  });
  expect(diagnostics.map((found) => found.code).sort()).toEqual(['data.several-customers', 'data.time-not-a-date']);
});

it('finds the name that was probably meant, and none where nothing is near', () => {
  const names = ['recency', 'frequency', 'monetary', '客户等级'];
  expect([
    nearestName('recancy', names),
    nearestName('Frequency', names),
    nearestName('客户等及', names),
    nearestName('zzz', names),
    nearestName('x', []),
  ]).toEqual(['recency', 'frequency', '客户等级', undefined, undefined]);
});

it('of several sets of customers the flow reads the one its nodes name, with its own collections', () => {
  const field = (name: string) => ({ name, type: 'string' as const });
  const imported = [
    { name: 'accounts', key: 'account_id', fields: [field('account_id')] },
    { name: 'customers', key: 'customer_id', fields: [field('customer_id')] },
    { name: 'deals', customer: 'account_id', fields: [field('account_id')] },
    { name: 'orders', customer: 'customer_id', fields: [field('customer_id')] },
  ];
  const read = (config: { [name: string]: string }) => {
    const { schema, diagnostics } = dataSchemaOf({ nodes: [{ id: 'a', kind: 'any', config }] }, imported);
    return [schema.customers?.name, ...schema.collections.map((collection) => collection.name), ...diagnostics.map((found) => found.code)];
  };
  expect(read({})).toEqual(['customers', 'orders']);
  expect(read({ data: 'accounts' })).toEqual(['accounts', 'deals']);
  expect(read({ data: 'orders' })).toEqual(['customers', 'orders']);
  expect(read({ from: 'deals' })).toEqual(['accounts', 'deals']);
});
