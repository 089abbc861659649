// A flow whose fields stand in columns of other names: the same answer as over its own names.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { RunReport } from '../src/output/report.ts';
import { shop, shopFlow } from './shop.ts';
import { file, scratch, tierflow } from './support.ts';

const NAMES: Readonly<Record<string, string>> = { customer_id: '会员号', amount: '实付', ordered_at: '下单时间', subscribed: '订阅' };

test('columns with other names are read under the names of the flow; a namesake steps aside', async () => {
  const dir = scratch();
  const { flow, data } = shop(dir);
  const plain = JSON.parse((await tierflow(['run', flow, ...data, '--json'])).out) as RunReport;
  const files = data.filter((part) => part !== '--data').map((part) => part.split('=') as [string, string]);
  const mapped = files.flatMap(([name, path]) => {
    const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
    const renamed = header.split(',').map((column) => NAMES[column] ?? column);
    const text = [[...renamed, 'amount'].join(','), ...lines.map((line) => `${line},7`)].join('\n');
    return ['--data', `${name}=${file(dir, `mapped-${name}.csv`, `${text}\n`)}`];
  });
  const declared = Object.fromEntries(
    Object.entries(shopFlow.data).map(([name, set]) => [
      name,
      {
        ...set,
        fields: set.fields.map((field) => ({ ...field, ...(NAMES[field.name] === undefined ? {} : { column: NAMES[field.name] }) })),
      },
    ]),
  );
  const mappedFlow = file(dir, 'mapped.json', JSON.stringify({ ...shopFlow, data: declared }));
  const ran = await tierflow(['run', mappedFlow, ...mapped, '--json']);
  expect(ran.err).toBe('');
  const report = JSON.parse(ran.out) as RunReport;
  expect([report.nodes, report.tiers, report.parameters]).toEqual([plain.nodes, plain.tiers, plain.parameters]);
});
