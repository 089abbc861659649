// Runs an example from nothing: data written from the seed, imported, flow compiled, fitted and applied, people counted.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, dataSchemaOf } from '@tierflow/compiler';
import { importFile, openTable } from '@tierflow/data';
import type { Diagnostic, ParameterValue } from '@tierflow/definition';
import { nodeCounts, sweep } from '@tierflow/evaluator';
import { fit } from '@tierflow/fitting';
import { type Flow, flowSchema } from '@tierflow/flow';
import { nodeKinds } from '@tierflow/nodes';
import { generateB2b } from '../src/b2b/generate.ts';
import { b2bAccounts, b2bDeals } from '../src/b2b/schema.ts';
import { generateRetail } from '../src/retail/generate.ts';
import { retailCustomers, retailOrders } from '../src/retail/schema.ts';
import { type FileInfo, mappingsOf, type WrittenFile } from '../src/schema.ts';

/** The results that stand in `expected.json`. */
export interface ExampleResult {
  readonly asOf: string;
  readonly dataset: { readonly [name: string]: { readonly rows: number; readonly rejected: number; readonly withoutCustomer?: number } };
  readonly nodes: {
    readonly [id: string]: { readonly in: number; readonly out: { readonly [port: string]: number }; readonly unknown: number };
  };
  readonly tiers: readonly { readonly id: string; readonly n: number; readonly share: number }[];
  readonly unassigned: number;
  readonly playbooks: readonly { readonly id: string; readonly n: number }[];
  readonly parameters: { readonly [id: string]: ParameterValue };
}

export interface ExampleRun {
  readonly result: ExampleResult;
  readonly diagnostics: readonly Diagnostic[];
}

/** The flow of an example folder. */
export function readFlow(id: string): Flow {
  return flowSchema.parse(JSON.parse(readFileSync(new URL(`../${id}/flow.json`, import.meta.url), 'utf8')));
}

/** Generates, imports and runs in a folder; every stage has to succeed. */
export async function runExample(id: string, data: 'retail' | 'b2b', dir: string): Promise<ExampleRun> {
  const flow = readFlow(id);
  const sets = await importAll(await written(data, join(dir, 'files')), flow.timeZone, join(dir, 'generations'));
  const opened = openTable({ customers: sets.customers.folder, collections: { [sets.lines.file.name]: sets.lines.folder } });
  if (!opened.ok) throw new Error(`open: ${opened.problem.code}`);
  const { table, asOf } = opened.value;
  if (asOf === null) throw new Error('no day in the data');
  const { schema, diagnostics } = dataSchemaOf(flow);
  const compiled = compile(flow, nodeKinds, schema);
  if (compiled.definition === undefined) throw new Error(`compile: ${JSON.stringify(compiled.diagnostics)}`);
  const { definition, warnings } = await fit(compiled.definition, table, { asOf, generation: 'example' });
  const swept = await sweep(definition, table, { asOf, columns: [] });
  const count = (mask: string): number => swept.counts[mask] ?? 0;
  const tiers = definition.outputs.tiers.at(-1);
  const bands = (tiers?.bands ?? []).map(({ id: band, mask }) => ({ id: band, n: count(mask) }));
  const unassigned = tiers === undefined ? 0 : count(tiers.unassigned);
  const reached = bands.reduce((sum, { n }) => sum + n, unassigned);
  return {
    diagnostics: [...diagnostics, ...compiled.diagnostics, ...warnings],
    result: {
      asOf,
      dataset: Object.fromEntries([sets.customers, sets.lines].map(({ file, counts }) => [file.name, counts])),
      nodes: Object.fromEntries(
        Object.entries(nodeCounts(definition, swept)).map(([node, { in: n, out, unknown }]) => [node, { in: n, out, unknown }]),
      ),
      tiers: bands.map((band) => ({ ...band, share: reached === 0 ? 0 : Math.round((band.n / reached) * 10_000) / 10_000 })),
      unassigned,
      playbooks: definition.outputs.playbooks.map(({ id: playbook, mask }) => ({ id: playbook, n: count(mask) })),
      parameters: Object.fromEntries(
        definition.parameters.filter(({ fit: fitted }) => fitted !== undefined).map(({ id: name, value }) => [name, value]),
      ),
    },
  };
}

interface Source {
  readonly file: FileInfo;
  readonly written: WrittenFile;
}

interface Imported {
  readonly file: FileInfo;
  readonly folder: string;
  readonly counts: ExampleResult['dataset'][string];
}

async function written(data: 'retail' | 'b2b', dir: string): Promise<{ readonly customers: Source; readonly lines: Source }> {
  if (data === 'retail') {
    const files = await generateRetail({ dir });
    return { customers: { file: retailCustomers, written: files.customers }, lines: { file: retailOrders, written: files.orders } };
  }
  const files = await generateB2b({ dir });
  return { customers: { file: b2bAccounts, written: files.accounts }, lines: { file: b2bDeals, written: files.deals } };
}

async function importAll(
  sources: { readonly customers: Source; readonly lines: Source },
  timeZone: string,
  into: string,
): Promise<{ readonly customers: Imported; readonly lines: Imported }> {
  return { customers: await imported(sources.customers, timeZone, into), lines: await imported(sources.lines, timeZone, into) };
}

/** Imports a file and holds the importer to what the generator announced. */
async function imported({ file, written: source }: Source, timeZone: string, into: string): Promise<Imported> {
  const { key, customer, time } = file;
  const dataset =
    customer === undefined
      ? ({ kind: 'customers', key } as const)
      : ({ kind: 'collection', key, customer, ...(time === undefined ? {} : { time }) } as const);
  const outcome = await importFile({ source: source.path, into: join(into, file.name), timeZone, columns: mappingsOf(file), dataset });
  if (!outcome.ok) throw new Error(`import ${file.name}: ${outcome.problem.code}`);
  const { rows, rejected, withoutCustomer } = outcome.value.manifest;
  const counts = { rows, rejected, ...(customer === undefined ? {} : { withoutCustomer }) };
  const announced = {
    rows: source.rows,
    rejected: source.rejected,
    ...(customer === undefined ? {} : { withoutCustomer: source.withoutCustomer }),
  };
  if (JSON.stringify(counts) !== JSON.stringify(announced))
    throw new Error(`import ${file.name}: found ${JSON.stringify(counts)}, announced ${JSON.stringify(announced)}`);
  return { file, folder: outcome.value.dir, counts };
}
