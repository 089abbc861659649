import { importFile, openTable, records } from '../src/index.ts';

export async function firstCustomer(people: string, orders: string, into: string): Promise<string> {
  const customers = await importFile({ source: people, into, dataset: { kind: 'customers', key: 'customer_id' } });
  const lines = await importFile({ source: orders, into, dataset: { kind: 'collection' }, timeZone: 'UTC' });
  if (!customers.ok || !lines.ok) return 'the file cannot be read: problem.code says why';
  const opened = openTable({ customers: customers.value.dir, collections: { orders: lines.value.dir } });
  if (!opened.ok) return opened.problem.code;
  const [first] = records(opened.value, { limit: 1 });
  return `${opened.value.asOf} ${JSON.stringify(first)}`;
}
