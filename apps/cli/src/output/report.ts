// The result of a run as one object: counts per node, tiers with shares, playbooks, fitted parameters.

import type { DatasetCounts } from '@tierflow/data';
import type { Json, LocalText, ParameterValue } from '@tierflow/definition';
import type { NodeCounts } from '@tierflow/evaluator';
import type { FlowRun } from '../flow/run-flow.ts';

/** Rows of a file: loaded, rejected, and of lines those that belong to nobody. */
export interface DatasetReport {
  readonly rows: number;
  readonly rejected: number;
  readonly withoutCustomer?: number;
  readonly unknownCustomer?: number;
}

export interface RunReport {
  readonly asOf: string;
  /** Distinct customers. */
  readonly people: number;
  /** The data set that the first source reads. */
  readonly dataset: DatasetReport;
  readonly datasets: { readonly [name: string]: DatasetReport };
  readonly nodes: {
    readonly [node: string]: {
      readonly in: number;
      readonly out: { readonly [port: string]: number };
      readonly unknown: number;
      readonly errors?: number;
    };
  };
  /** Bands of the last tiers node, best first; shares of everybody who reached it. */
  readonly tiers: readonly { readonly id: string; readonly n: number; readonly share: number }[];
  readonly unassigned: number;
  readonly playbooks: readonly { readonly id: string; readonly n: number }[];
  readonly parameters: { readonly [id: string]: ParameterValue };
  readonly digest: string;
}

/** What `tierflow run --json` prints. `source` is the data set of the first source node. */
export function reportOf(run: FlowRun, source: string | undefined): RunReport {
  const { definition, counts, files, opened } = run;
  const count = (mask: string): number => counts[mask] ?? 0;
  const datasets = Object.fromEntries(
    files.map(({ name, manifest }): [string, DatasetReport] => [
      name,
      manifest.kind === 'customers'
        ? customersReport(manifest)
        : linesReport(opened.collections[name] ?? { ...manifest, unknownCustomer: 0 }),
    ]),
  );
  const main = definition.outputs.tiers.at(-1);
  const bands = (main?.bands ?? []).map(({ id, mask }) => ({ id, n: count(mask) }));
  const unassigned = main === undefined ? 0 : count(main.unassigned);
  const reached = bands.reduce((sum, { n }) => sum + n, unassigned);
  return {
    asOf: run.asOf,
    people: run.people,
    dataset: (source === undefined ? undefined : datasets[source]) ?? Object.values(datasets)[0] ?? { rows: 0, rejected: 0 },
    datasets,
    nodes: Object.fromEntries(Object.entries(run.nodes).map(([id, node]) => [id, nodeReport(node)])),
    tiers: bands.map(({ id, n }) => ({ id, n, share: reached === 0 ? 0 : n / reached })),
    unassigned,
    playbooks: definition.outputs.playbooks.map(({ id, mask }) => ({ id, n: count(mask) })),
    parameters: Object.fromEntries(definition.parameters.map(({ id, value }) => [id, value])),
    digest: run.digest,
  };
}

function nodeReport({ in: reached, out, unknown, errors }: NodeCounts): RunReport['nodes'][string] {
  return { in: reached, out, unknown, ...(errors === 0 ? {} : { errors }) };
}

function customersReport({ rows, rejected }: { readonly rows: number; readonly rejected: number }): DatasetReport {
  return { rows, rejected };
}

function linesReport({ rows, rejected, withoutCustomer, unknownCustomer }: DatasetCounts): DatasetReport {
  return { rows, rejected, withoutCustomer, ...(unknownCustomer === 0 ? {} : { unknownCustomer }) };
}

/** Text in a language, English where there is none. */
export function inLanguage(text: LocalText, language: 'en' | 'zh-CN'): string {
  return text[language] ?? text.en;
}

/** One JSON document on a line of its own. */
export function jsonLine(value: Json | object): string {
  return `${JSON.stringify(value)}\n`;
}
