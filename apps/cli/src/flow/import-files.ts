// Files to generations: each file in the role that the flow declares for it, or in the role that it looks like.
import {
  type ColumnMapping,
  type DatasetRole,
  type ImportedGeneration,
  type ImportProgress,
  type ImportRequest,
  importFile,
  type Manifest,
  type Outcome,
  profile,
} from '@tierflow/data';
import type { Flow, FlowData } from '@tierflow/flow';
import { InputFault, type Problem } from '../fault.ts';
import type { DataFile } from '../input/data-files.ts';

export interface ImportOptions {
  /** Directory for the generations. */
  readonly into: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (file: DataFile, progress: ImportProgress) => void;
}

export interface ImportedFile extends DataFile {
  readonly dir: string;
  readonly manifest: Manifest;
}

/** Imports every file, one after the other. Throws InputFault with all files that cannot be imported. */
export async function importFiles(
  flow: Pick<Flow, 'data' | 'timeZone'>,
  files: readonly DataFile[],
  options: ImportOptions,
): Promise<readonly ImportedFile[]> {
  refuseUnknownNames(flow, files);
  const imported: ImportedFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const outcome = await importOne(flow, file, options);
    if (outcome.ok) imported.push({ ...file, dir: outcome.value.dir, manifest: outcome.value.manifest });
    else problems.push({ ...outcome.problem, where: `${file.name}=${file.path}` });
    if (options.signal?.aborted === true) break;
  }
  if (problems.length > 0) throw new InputFault(problems);
  return imported;
}

/** A file under a name that the flow does not declare would be read by nobody. */
function refuseUnknownNames({ data }: Pick<Flow, 'data'>, files: readonly DataFile[]): void {
  if (data === undefined) return;
  const unknown = files.filter((file) => !Object.hasOwn(data, file.name));
  if (unknown.length === 0) return;
  throw new InputFault(unknown.map(({ name }) => ({ code: 'data.unknown-name', params: { name, names: Object.keys(data).join(', ') } })));
}

async function importOne(
  flow: Pick<Flow, 'data' | 'timeZone'>,
  file: DataFile,
  options: ImportOptions,
): Promise<Outcome<ImportedGeneration>> {
  const declared = flow.data?.[file.name];
  const role = declared === undefined ? await detectedRole(flow, file, options) : { ok: true as const, value: roleOf(declared) };
  if (!role.ok) return role;
  const base = { source: file.path, into: options.into, dataset: role.value, timeZone: flow.timeZone };
  const first = await importKnown({ ...base, columns: textColumns(declared, role.value) }, file, options);
  if (!first.ok || declared === undefined) return first;
  const columns = differing(declared, first.value.manifest);
  if (columns === undefined) return first;
  return await importKnown({ ...base, columns: { ...textColumns(declared, role.value), ...columns } }, file, options);
}

/** Imports, leaving out mappings for columns that the file does not have: the compiler says which those are. */
async function importKnown(request: ImportRequest, file: DataFile, options: ImportOptions): Promise<Outcome<ImportedGeneration>> {
  const { signal, onProgress } = options;
  const outcome = await importFile(request, {
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress: (progress) => onProgress(file, progress) }),
  });
  if (outcome.ok || outcome.problem.code !== 'column.unknown') return outcome;
  const name = String(outcome.problem.params['column']);
  const columns = request.columns ?? {};
  if (!Object.hasOwn(columns, name)) return outcome;
  const { [name]: _, ...others } = columns;
  return await importKnown({ ...request, columns: others }, file, options);
}

function roleOf({ key, customer, time }: FlowData): DatasetRole {
  if (customer === undefined) return { kind: 'customers', ...(key === undefined ? {} : { key }) };
  return { kind: 'collection', customer, ...(key === undefined ? {} : { key }), ...(time === undefined ? {} : { time }) };
}

/** A file that names customers and times holds lines of customers; every other one holds the customers. */
async function detectedRole(flow: Pick<Flow, 'timeZone'>, file: DataFile, { signal }: ImportOptions): Promise<Outcome<DatasetRole>> {
  const found = await profile({ source: file.path, timeZone: flow.timeZone }, signal === undefined ? {} : { signal });
  if (!found.ok) return found;
  const { key, customer, time } = found.value.suggested;
  const person = customer ?? key;
  if (file.name !== 'customers' && person !== null && time !== null && !isUnique(person, found.value))
    return { ok: true, value: { kind: 'collection', customer: person, time } };
  return { ok: true, value: { kind: 'customers', ...(person === null ? {} : { key: person }) } };
}

function isUnique(
  column: string,
  {
    rows,
    columns,
  }: { readonly rows: number; readonly columns: readonly { readonly name: string; readonly stats: { readonly distinct: number } }[] },
): boolean {
  return columns.find(({ name }) => name === column)?.stats.distinct === rows;
}

/** Fields declared as text are read as text from the start: a customer number stays as it is written. */
function textColumns(declared: FlowData | undefined, role: DatasetRole): { readonly [column: string]: ColumnMapping } {
  const own = [role.key, role.kind === 'collection' ? role.customer : undefined];
  const texts = (declared?.fields ?? []).filter(({ name, type }) => type === 'string' && !own.includes(name));
  return Object.fromEntries(texts.map(({ name }) => [name, { type: 'string' }]));
}

/** Mappings for columns that were recognised as another type than the flow declares; undefined where all agree. */
function differing({ fields }: FlowData, manifest: Manifest): { readonly [column: string]: ColumnMapping } | undefined {
  const found = fields.flatMap(({ name, type }): [string, ColumnMapping][] => {
    const column = manifest.columns.find((candidate) => candidate.name === name);
    if (column === undefined || column.type === type || column.stats.missing === manifest.rows || name === manifest.customers?.field)
      return [];
    return [[name, { type }]];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
