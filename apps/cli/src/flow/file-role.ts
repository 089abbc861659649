// What a file holds: the customers, or lines of customers. As the flow declares it, else as its nodes read it, else as it looks.
import { type DatasetRole, type FileProfile, type Outcome, profile } from '@tierflow/data';
import type { Flow, FlowData } from '@tierflow/flow';
import type { DataFile } from '../input/data-files.ts';

/** What of a flow says how data is read. */
export type DataReader = Pick<Flow, 'data' | 'timeZone' | 'nodes'>;

/** The role of one of the files. */
export async function roleOf(
  flow: DataReader,
  file: DataFile,
  files: readonly DataFile[],
  signal?: AbortSignal,
): Promise<Outcome<DatasetRole>> {
  const declared = flow.data?.[file.name];
  if (declared !== undefined) return { ok: true, value: declaredRole(file, declared, flow, files) };
  const found = await profile(
    { source: file.path, timeZone: flow.timeZone, ignore: collectionsOf(flow) },
    signal === undefined ? {} : { signal },
  );
  return found.ok ? { ok: true, value: detectedRole(flow, file, found.value) } : found;
}

/** Names of the data sets that hold lines of customers. */
export function collectionsOf({ data, nodes }: DataReader): readonly string[] {
  if (data !== undefined) return Object.keys(data).filter((name) => data[name]?.customer !== undefined);
  return nodes.map(({ config }) => config['from']).filter((from) => typeof from === 'string');
}

/** Lines in the customers' own file stand inside their records. */
function declaredRole(file: DataFile, { key, customer, time }: FlowData, { data }: DataReader, files: readonly DataFile[]): DatasetRole {
  if (customer === undefined) return { kind: 'customers', ...(key === undefined ? {} : { key }) };
  const inside = files.some(({ name, path }) => path === file.path && data?.[name]?.customer === undefined);
  return {
    kind: 'collection',
    customer,
    ...(key === undefined ? {} : { key }),
    ...(time === undefined ? {} : { time }),
    ...(inside ? { nested: file.name } : {}),
  };
}

function detectedRole(flow: DataReader, file: DataFile, found: FileProfile): DatasetRole {
  const { key, customer, time } = found.suggested;
  const person = customer ?? key;
  const named = person === null ? {} : { customer: person };
  if (collectionsOf(flow).includes(file.name)) return { kind: 'collection', ...named, ...(time === null ? {} : { time }) };
  if (file.name !== 'customers' && person !== null && time !== null && !isUnique(person, found))
    return { kind: 'collection', customer: person, time };
  return { kind: 'customers', ...(person === null ? {} : { key: person }) };
}

function isUnique(column: string, { rows, columns }: FileProfile): boolean {
  return columns.find(({ name }) => name === column)?.stats.distinct === rows;
}
