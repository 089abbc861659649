// The example of the README is this file's neighbour, compiled and run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstCustomer } from './example.ts';
import { file, scratch } from './support.ts';

it('the example of the README does what it says', async () => {
  const here = import.meta.dirname;
  expect(readFileSync(join(here, '../README.md'), 'utf8')).toContain(
    readFileSync(join(here, 'example.ts'), 'utf8').replace('../src/index.ts', '@tierflow/data'),
  );
  const people = file('people.csv', 'customer_id,city\na,Ulm\n');
  const orders = file('orders.csv', 'customer_id,ordered_at,amount\na,2024-03-05,7\n');
  expect(await firstCustomer(people, orders, scratch())).toBe(
    '2024-03-05 {"customer_id":"a","city":"Ulm","orders":[{"ordered_at":"2024-03-05","amount":7}]}',
  );
});
