// The README names every column of every file with the words of the schema.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { b2bAccounts, b2bDeals } from '../src/b2b/schema.ts';
import { retailCustomers, retailOrders } from '../src/retail/schema.ts';

const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it.each([retailCustomers, retailOrders, b2bAccounts, b2bDeals])('describes $name.csv', ({ name, columns }) => {
  const section = text.slice(text.indexOf(`### ${name}.csv`)).split('\n\n')[1] ?? '';
  expect(section.split('\n').slice(2)).toEqual(
    columns.map((each) => `| \`${each.name}\` | ${each.type} | ${each.title.en} | ${each.title['zh-CN']} |`),
  );
});
