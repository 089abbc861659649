// The invoice lines of Online Retail as a data set of a flow, and which of them are sales.
import { join } from 'node:path';
import { realData, unpack } from './support.ts';

export const packed = realData('data', 'online_retail.csv.xz');
export const oracle = realData('oracles', 'online_retail.json');

/** Unpacks the lines into a directory and gives the file. */
export function invoiceLines(dir: string): Promise<string> {
  return unpack(packed ?? '', join(dir, 'online_retail.csv'));
}

/** The lines as a collection of whoever a field names. */
export const orders = (customer: string) => ({
  customer,
  time: 'InvoiceDate',
  fields: [
    { name: 'InvoiceNo', type: 'string' },
    { name: 'StockCode', type: 'string' },
    { name: 'Description', type: 'string' },
    { name: 'Quantity', type: 'number' },
    { name: 'InvoiceDate', type: 'datetime' },
    { name: 'UnitPrice', type: 'number' },
    { name: 'CustomerID', type: 'string' },
    { name: 'Country', type: 'string' },
  ],
});

const clean = [
  { not: { field: 'InvoiceNo', op: 'startsWith', value: 'C' } },
  { field: 'Quantity', op: 'gt', value: 0 },
  { field: 'UnitPrice', op: 'gt', value: 0 },
] as const;

/** The rule of the published clean-up. Lines of products and countries may have no customer; lines of a customer have one. */
export const sold = (key: string) =>
  key === 'CustomerID' ? { all: clean } : { all: [...clean, { field: 'CustomerID', op: 'isNotEmpty' }] };
