import type { Probe } from '@tierflow/api';
import { expect, test } from 'vitest';
import { datasetName, fittedMapping, importQuery, isDatasetName, mappingFaults, suggestedMapping } from './draft.ts';

const column = (name: string, type: Probe['columns'][number]['type']) => ({
  name,
  type,
  fill: 1,
  distinct: 1,
  samples: [],
  low: null,
  high: null,
});
const probe: Probe = {
  format: 'csv',
  encoding: 'gb18030',
  delimiter: ',',
  header: true,
  columns: [column('编号', 'string'), column('金额', 'number'), column('日期', 'date')],
  rows: [],
  guess: { kind: 'customers', key: '编号', customer: null, time: null },
  notices: [],
};

test('names of files become names of data sets', () => {
  expect(datasetName('Orders 2026.csv', 'collection')).toBe('Orders_2026');
  expect(datasetName('客户.csv', 'customers')).toBe('customers');
  expect(datasetName('订单.csv.gz', 'collection')).toBe('orders');
  expect(datasetName('a.b.csv', 'customers')).toBe('a_b');
  expect(isDatasetName(datasetName('--x--.csv', 'customers'))).toBe(true);
});

test('only types chosen by hand are sent', () => {
  const mapping = { ...suggestedMapping(probe, 'x.csv'), types: { 金额: 'string', 日期: 'date' } as const };
  expect(importQuery({}, mapping, probe, undefined)).toEqual({ kind: 'customers', format: 'csv', key: '编号', types: '{"金额":"string"}' });
});

test('how bytes are read goes along', () => {
  const query = importQuery({ encoding: 'gb18030', header: false }, suggestedMapping(probe, 'x.csv'), probe, 1);
  expect(query).toMatchObject({ encoding: 'gb18030', header: 'false', tolerance: 1 });
});

test('customers need a key, lines the customer they belong to', () => {
  const mapping = suggestedMapping(probe, 'x.csv');
  expect(mappingFaults(mapping)).toEqual([]);
  expect(mappingFaults({ ...mapping, key: null })).toEqual(['key']);
  expect(mappingFaults({ ...mapping, kind: 'collection', dataset: 'a b' })).toEqual(['name', 'customer']);
});

test('reading anew keeps what still fits', () => {
  const mapping = { ...suggestedMapping(probe, 'x.csv'), types: { 金额: 'string' } as const };
  const other: Probe = { ...probe, columns: [column('column_1', 'string')], guess: { ...probe.guess, key: 'column_1' } };
  expect(fittedMapping(mapping, probe)).toEqual(mapping);
  expect(fittedMapping(mapping, other)).toMatchObject({ key: 'column_1', types: {} });
});
