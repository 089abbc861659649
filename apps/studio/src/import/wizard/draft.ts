// An import being prepared: the file, how it is read, what its columns mean. No request is made here.
import type { ImportQuery, Probe } from '@tierflow/api';

/** How the bytes are read; what is left out is found in the file. */
export interface Reading {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly header?: boolean;
}

export type ColumnType = Probe['columns'][number]['type'];

/** What the table is, and what its columns mean. */
export interface Mapping {
  readonly dataset: string;
  readonly kind: 'customers' | 'collection';
  readonly key: string | null;
  readonly customer: string | null;
  readonly time: string | null;
  /** Types that were chosen by hand. */
  readonly types: Readonly<Record<string, ColumnType>>;
}

/** The mapping the file suggests. */
export function suggestedMapping({ guess }: Probe, fileName: string): Mapping {
  return { dataset: datasetName(fileName, guess.kind), ...guess, types: {} };
}

/** A file's name as the name of a data set: `Orders 2026.csv` → `Orders_2026`. */
export function datasetName(fileName: string, kind: Mapping['kind']): string {
  const base = fileName.replace(/\.(gz|gzip)$/i, '').replace(/\.[^.]*$/, '');
  const plain = base
    .replaceAll(/[^A-Za-z0-9_-]+/g, '_')
    .replace(/^[_-]+/, '')
    .replace(/[_-]+$/, '')
    .slice(0, 64);
  return plain === '' ? (kind === 'customers' ? 'customers' : 'orders') : plain;
}

/** What may name a data set. */
export function isDatasetName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name);
}

/** A mapping that fits columns that were read anew: what is not there any more goes. */
export function fittedMapping(mapping: Mapping, probe: Probe): Mapping {
  const names = new Set(probe.columns.map(({ name }) => name));
  const kept = (name: string | null) => (name !== null && names.has(name) ? name : null);
  const lost = [mapping.key, mapping.customer, mapping.time].some((name) => name !== null && !names.has(name));
  return {
    ...mapping,
    ...(lost ? probe.guess : { key: kept(mapping.key), customer: kept(mapping.customer), time: kept(mapping.time) }),
    types: Object.fromEntries(Object.entries(mapping.types).filter(([name]) => names.has(name))),
  };
}

/** The type a column is read as. */
export function typeOf(column: Probe['columns'][number], { types }: Mapping): ColumnType {
  return types[column.name] ?? column.type;
}

export type MappingFault = 'name' | 'key' | 'customer';

/** What keeps the import from being started. */
export function mappingFaults({ dataset, kind, key, customer }: Mapping): readonly MappingFault[] {
  return [
    ...(isDatasetName(dataset) ? [] : (['name'] as const)),
    ...(kind === 'customers' && key === null ? (['key'] as const) : []),
    ...(kind === 'collection' && customer === null ? (['customer'] as const) : []),
  ];
}

/** The parameters of the import. Types found in the file are left to the import, which sees all of it. */
export function importQuery(reading: Reading, mapping: Mapping, probe: Probe, tolerance: number | undefined): Partial<ImportQuery> {
  const { kind, key, customer, time } = mapping;
  const chosen = Object.fromEntries(
    Object.entries(mapping.types).filter(([name, type]) => probe.columns.find((column) => column.name === name)?.type !== type),
  );
  return {
    kind,
    format: probe.format,
    ...readingQuery(reading),
    ...(key === null ? {} : { key }),
    ...(kind === 'collection' && customer !== null ? { customer } : {}),
    ...(kind === 'collection' && time !== null ? { time } : {}),
    ...(Object.keys(chosen).length === 0 ? {} : { types: JSON.stringify(chosen) }),
    ...(tolerance === undefined ? {} : { tolerance }),
  };
}

/** The parameters that say how bytes are read. */
export function readingQuery({ encoding, delimiter, header }: Reading): Pick<ImportQuery, 'encoding' | 'delimiter' | 'header'> {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(header === undefined ? {} : { header: header ? 'true' : 'false' }),
  };
}
