import type { DatasetDetail } from '@tierflow/api';
import { expect, test } from 'vitest';
import { dataAround } from './use-flow-from.ts';

const set = (name: string, kind: DatasetDetail['kind'], key: string | null, customer: string | null): DatasetDetail => ({
  name,
  kind,
  key,
  customer,
  time: kind === 'collection' ? 'at' : null,
  generation: 1,
  rows: 1,
  importedAt: '2026-01-01T00:00:00Z',
  withoutCustomer: 0,
  rejected: 0,
  duplicates: 0,
  lastDay: null,
  columns: [],
  generations: [],
});
const sets = [
  set('people', 'customers', 'id', null),
  set('orders', 'collection', 'order', 'id'),
  set('accounts', 'customers', 'account', null),
  set('deals', 'collection', null, 'account'),
];

test('customers bring the lines that name them', () => {
  expect(dataAround('people', sets)).toEqual({
    people: { key: 'id', fields: [] },
    orders: { key: 'order', customer: 'id', time: 'at', fields: [] },
  });
});

test('lines bring the customers they name, customers first', () => {
  expect(Object.keys(dataAround('deals', sets))).toEqual(['accounts', 'deals']);
});

test('lines without a table of customers stand alone', () => {
  expect(Object.keys(dataAround('visits', [set('visits', 'collection', null, 'guest')]))).toEqual(['visits']);
});
