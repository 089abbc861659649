// Files to generations: each file in the role that the flow declares for it, or in the role that it looks like.
import type {
  ColumnMapping,
  Problem as DataProblem,
  DatasetRole,
  ImportedGeneration,
  ImportProgress,
  ImportRequest,
  Manifest,
  Outcome,
  Reject,
} from '@tierflow/data';
import { importFile } from '@tierflow/data';
import type { FlowData } from '@tierflow/flow';
import { InputFault, type Problem } from '../fault.ts';
import type { DataFile } from '../input/data-files.ts';
import { collectionsOf, type DataReader, roleOf } from './file-role.ts';

/** Rejected lines shown of a file that has too many. */
const MAX_SHOWN = 5;

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
export async function importFiles(flow: DataReader, files: readonly DataFile[], options: ImportOptions): Promise<readonly ImportedFile[]> {
  refuseUnknownNames(flow, files);
  const imported: ImportedFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const outcome = await importOne(flow, file, files, options);
    if (outcome.ok) imported.push({ ...file, dir: outcome.value.dir, manifest: outcome.value.manifest });
    else problems.push(...problemsOf(outcome.problem, file));
    if (options.signal?.aborted === true) break;
  }
  if (problems.length > 0) throw new InputFault(problems);
  return imported;
}

/** The problem, and the first rejected lines where there are too many of them. */
function problemsOf(problem: DataProblem, { name, path }: DataFile): readonly Problem[] {
  const { first, ...params } = problem.params;
  const rejects = Array.isArray(first) ? (first as unknown as readonly Reject[]) : [];
  const shown = rejects.slice(0, MAX_SHOWN).map(({ line, column, reason }) => ({
    code: reason,
    params: {},
    where: `${path}:${line}${column === null ? '' : ` ${column}`}`,
  }));
  return [{ code: problem.code, params, where: `${name}=${path}` }, ...shown];
}

/** A file under a name that the flow does not declare would be read by nobody. */
function refuseUnknownNames({ data }: DataReader, files: readonly DataFile[]): void {
  if (data === undefined) return;
  const unknown = files.filter((file) => !Object.hasOwn(data, file.name));
  if (unknown.length === 0) return;
  throw new InputFault(unknown.map(({ name }) => ({ code: 'data.unknown-name', params: { name, names: Object.keys(data).join(', ') } })));
}

async function importOne(
  flow: DataReader,
  file: DataFile,
  files: readonly DataFile[],
  options: ImportOptions,
): Promise<Outcome<ImportedGeneration>> {
  const declared = flow.data?.[file.name];
  const role = await roleOf(flow, file, files, options.signal);
  if (!role.ok) return role;
  const inline = role.value.kind === 'customers' ? collectionsOf(flow) : [];
  const base = {
    source: file.path,
    into: options.into,
    dataset: role.value,
    timeZone: flow.timeZone,
    database: false,
    ...(inline.length === 0 ? {} : { ignore: inline }),
  };
  const columns = knownColumns(declared, role.value);
  const first = await importKnown({ ...base, columns }, file, options);
  if (!first.ok || declared === undefined) return first;
  const types = differing(declared, first.value.manifest);
  if (types === undefined) return first;
  return await importKnown({ ...base, columns: merged([...Object.entries(columns), ...Object.entries(types)]) }, file, options);
}

/**
 * Imports, leaving out mappings for columns that the file does not have: the compiler says which those are. A column of the file
 * whose name the flow gives to another one steps aside.
 */
async function importKnown(request: ImportRequest, file: DataFile, options: ImportOptions): Promise<Outcome<ImportedGeneration>> {
  const { signal, onProgress } = options;
  const outcome = await importFile(request, {
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress: (progress) => onProgress(file, progress) }),
  });
  if (outcome.ok) return outcome;
  const { code, params } = outcome.problem;
  const name = String(params['column']);
  const columns = request.columns ?? {};
  if (code === 'column.twice' && columns[name]?.name === undefined && Object.values(columns).some((mapping) => mapping.name === name))
    return await importKnown({ ...request, columns: { ...columns, [name]: { name: `${name} (file)` } } }, file, options);
  if (code !== 'column.unknown' || !Object.hasOwn(columns, name)) return outcome;
  const { [name]: _, ...others } = columns;
  return await importKnown({ ...request, columns: others }, file, options);
}

type Columns = { readonly [column: string]: ColumnMapping };

/** Columns get the names that the flow gives them. Fields declared as text are read as text from the start: a customer number stays as it is written. */
function knownColumns(declared: FlowData | undefined, role: DatasetRole): Columns {
  const own = [role.key, role.kind === 'collection' ? role.customer : undefined];
  const fields = declared?.fields ?? [];
  const named = fields.flatMap(({ name, column = name }): [string, ColumnMapping][] => (column === name ? [] : [[column, { name }]]));
  const texts = fields.filter(({ name, type }) => type === 'string' && !own.includes(name));
  return merged([...named, ...texts.map(({ name, column = name }): [string, ColumnMapping] => [column, { type: 'string' }])]);
}

/** What several mappings say of the same column, together. */
function merged(entries: readonly (readonly [string, ColumnMapping])[]): Columns {
  const all = new Map<string, ColumnMapping>();
  for (const [column, mapping] of entries) all.set(column, { ...all.get(column), ...mapping });
  return Object.fromEntries(all);
}

/** Mappings for columns that were recognised as another type than the flow declares; undefined where all agree. */
function differing({ fields }: FlowData, manifest: Manifest): Columns | undefined {
  const found = fields.flatMap(({ name, type, column: stored = name }): [string, ColumnMapping][] => {
    const column = manifest.columns.find((candidate) => candidate.name === name);
    if (column === undefined || column.type === type || column.stats.missing === manifest.rows || name === manifest.customers?.field)
      return [];
    return [[stored, { type }]];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
