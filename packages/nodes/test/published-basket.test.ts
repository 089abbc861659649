// Association rules against published results on real orders. Reads the folder named by TIERFLOW_REAL_DATA; without it the tests are skipped, and say so.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { compile, dataSchemaOf } from '@tierflow/compiler';
import type { Definition } from '@tierflow/definition';
import { tableOf } from '@tierflow/evaluator';
import { fit as estimate } from '@tierflow/fitting';
import { flowSchema } from '@tierflow/flow';
import { describe, expect, it } from 'vitest';
import { XzReadableStream } from 'xz-decompress';
import { nodeKinds } from '../src/index.ts';

const folder = process.env['TIERFLOW_REAL_DATA'] ?? '';
const there = folder !== '' && existsSync(join(folder, 'oracles'));
const why = there ? '' : ' (skipped: TIERFLOW_REAL_DATA names no folder with data and oracles)';

interface Published {
  readonly france: {
    readonly baskets: number;
    readonly min_support: number;
    readonly itemsets_without_postage: number;
    readonly rules_lift_ge_1: number;
    readonly table: readonly (readonly [readonly string[], readonly string[], number, number, number, number, number])[];
  };
  readonly abs_tol: number;
}

interface Row {
  readonly if: readonly string[];
  readonly then: readonly string[];
  readonly ifCount: number;
  readonly thenCount: number;
  readonly support: number;
  readonly confidence: number;
  readonly lift: number;
}

/** Lines of French invoices that were not cancelled; the invoice is the customer, so that lines of nobody count. */
async function frenchInvoices(): Promise<readonly object[]> {
  const stream = new XzReadableStream(Readable.toWeb(createReadStream(join(folder, 'data/online_retail.csv.xz'))) as never);
  const [head = '', ...rows] = (await text(Readable.fromWeb(stream as never))).trimEnd().split(/\r?\n/);
  const cells = (row: string): string[] =>
    [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => (cell[1] ?? cell[2] ?? '').replaceAll('""', '"'));
  const at = (name: string): number => cells(head).indexOf(name);
  const [invoice, item, qty, country] = ['InvoiceNo', 'Description', 'Quantity', 'Country'].map(at) as [number, number, number, number];
  const byInvoice = new Map<string, object[]>();
  for (const row of rows) {
    if (!row.includes('France')) continue;
    const own = cells(row);
    const key = own[invoice] ?? '';
    if (own[country] !== 'France' || key.includes('C')) continue;
    const lines = byInvoice.get(key) ?? [];
    byInvoice.set(key, lines);
    lines.push({ item: own[item] === '' ? null : own[item], qty: Number(own[qty]) });
  }
  return [...byInvoice].map(([id, lines]) => ({ invoice: id, lines }));
}

describe(`Online Retail, France${why}`, () => {
  it.runIf(there)('finds the published sets and rules', { timeout: 60_000 }, async () => {
    const { france, abs_tol: tolerance } = JSON.parse(readFileSync(join(folder, 'oracles/online_retail.json'), 'utf8'))
      .basket_rules as Published;
    const flow = flowSchema.parse({
      format: 'tierflow/flow@1',
      id: 'france',
      title: 'France',
      timeZone: 'UTC',
      data: {
        lines: {
          customer: 'invoice',
          fields: [
            { name: 'item', type: 'string' },
            { name: 'qty', type: 'number' },
          ],
        },
      },
      nodes: [
        { id: 'src', kind: 'source', config: { data: 'lines' } },
        {
          id: 'rules',
          kind: 'basket',
          config: {
            from: 'lines',
            item: 'item',
            where: { field: 'qty', op: 'ge', value: 1 },
            minSupport: france.min_support,
            minConfidence: 0,
            minLift: 1,
            maxSize: 6,
            without: [{ item: 'POSTAGE' }],
          },
        },
      ],
      edges: [{ from: 'src', to: 'rules' }],
    });
    const compiled = compile(flow, nodeKinds, dataSchemaOf(flow).schema);
    expect(compiled.diagnostics).toEqual([]);
    const definition = compiled.definition as Definition;
    // The published rules have any number of items on either side.
    const parameters = definition.parameters.map((one) =>
      one.fit === undefined ? one : { ...one, fit: { ...one.fit, options: { ...one.fit.options, then: 'any' } } },
    );
    const asked = { ...definition, parameters };
    const fitted = await estimate(asked, tableOf(asked.input, await frenchInvoices(), 'UTC'), { asOf: '2011-12-31', generation: 'real' });
    const value = fitted.definition.parameters[0]?.value as unknown as { baskets: number; sets: number; rows: readonly Row[] };
    expect([value.baskets, value.sets, value.rows.length]).toEqual([
      france.baskets,
      france.itemsets_without_postage,
      france.rules_lift_ge_1,
    ]);
    for (const [needed, wanted, ...published] of france.table) {
      const row = value.rows.find((one) => one.if.join() === needed.join() && one.then.join() === wanted.join());
      const found = [(row?.ifCount ?? 0) / value.baskets, (row?.thenCount ?? 0) / value.baskets, row?.support, row?.confidence, row?.lift];
      published.forEach((expected, at) => {
        expect(Math.abs((found[at] ?? Number.NaN) - expected), `${needed} → ${wanted}`).toBeLessThanOrEqual(tolerance);
      });
    }
  });
});
