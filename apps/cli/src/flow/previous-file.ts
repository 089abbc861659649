// `--previous FILE`: the customers' tiers in an earlier run, as `--out` wrote them.
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type ImportRequest, importFile, openTable, type Problem } from '@tierflow/data';
import { formatDay } from '@tierflow/definition';
import { MISSING_DAY, type PreviousTier, type StringColumn, type Table } from '@tierflow/evaluator';
import { InputFault, inputFault } from '../fault.ts';
import { asTyped } from '../output/csv.ts';
import { readParquet } from '../output/parquet.ts';

export interface PreviousOptions {
  /** Directory for what is read. */
  readonly into: string;
  readonly signal?: AbortSignal;
}

/** Parts of an NDJSON row that hold lists or objects. */
const OTHERS = ['scores', 'labels', 'segments', 'playbooks', 'columns'];

/** Reads the columns key, tier and, where it is there, since. Throws InputFault for a file that cannot be read whole. */
export async function previousFile(path: string, { into, signal }: PreviousOptions): Promise<readonly PreviousTier[]> {
  if (!existsSync(path)) throw inputFault('file.unreadable', { reason: 'ENOENT' }, path);
  const extension = extname(path).toLowerCase();
  const source = extension === '.parquet' ? join(into, 'previous.ndjson') : path;
  if (source !== path) await fromParquet(path, source);
  const columns = { tier: { type: 'string' }, since: { type: 'date' } } as const;
  const request: ImportRequest = {
    source,
    into,
    name: 'previous',
    dataset: { kind: 'customers', key: 'key' },
    ignore: OTHERS,
    database: false,
  };
  const load = (wanted: ImportRequest['columns']) =>
    importFile({ ...request, ...(wanted === undefined ? {} : { columns: wanted }) }, signal === undefined ? {} : { signal });
  const first = await load(columns);
  const undated = !first.ok && lacks('since', first.problem);
  const outcome = undated ? await load({ tier: columns.tier }) : first;
  if (!outcome.ok) throw new InputFault([{ ...outcome.problem, where: path }]);
  const { dir, rejects } = outcome.value;
  const [rejected] = rejects;
  if (rejected !== undefined) throw inputFault(rejected.reason, {}, `${path}:${rejected.line}`);
  const opened = openTable({
    customers: dir,
    collections: {},
    fields: { customers: undated ? ['tier'] : ['tier', 'since'], collections: {} },
  });
  if (!opened.ok) throw new InputFault([{ ...opened.problem, where: path }]);
  return tiersIn(opened.value.table, extension === '.csv' ? asTyped : (key) => key);
}

function lacks(column: string, { code, params }: Problem): boolean {
  return code === 'column.unknown' && params['column'] === column;
}

async function fromParquet(from: string, to: string): Promise<void> {
  const fault = await readParquet({ from, to, columns: ['key', 'tier', 'since'] });
  if (fault !== undefined) throw inputFault('previous.unreadable', { reason: fault }, from);
}

function tiersIn({ rows, key, fields }: Table, keyOf: (text: string) => string): readonly PreviousTier[] {
  const { tier, since } = fields;
  const text = ({ codes, dictionary }: StringColumn, row: number): string | null =>
    codes[row] === 0 ? null : (dictionary[codes[row] as number] ?? null);
  return Array.from({ length: rows }, (_, row): PreviousTier => {
    const day = since?.type === 'date' ? (since.values[row] as number) : MISSING_DAY;
    return {
      key: keyOf(text(key, row) ?? ''),
      tier: tier?.type === 'string' ? text(tier, row) : null,
      since: day === MISSING_DAY ? null : formatDay(day),
    };
  });
}
