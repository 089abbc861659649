// The tiers of an earlier run over a table of now: what programs read as `$previous`, and how long a tier has been held.
import { formatDay, parseDay, previousFields } from '@tierflow/definition';
import { type ColumnData, MISSING_DAY, type Table } from './table.ts';

/** A customer's tier in an earlier run, and since when they have it, `YYYY-MM-DD`. */
export interface PreviousTier {
  readonly key: string;
  readonly tier: string | null;
  readonly since: string | null;
}

/** The table with what is known of its customers. Who is not named, or had no tier, is new; others than its customers are passed over. */
export function withPrevious(table: Table, known: Iterable<PreviousTier>): Table {
  const codes = new Uint32Array(table.rows);
  const days = new Int32Array(table.rows).fill(MISSING_DAY);
  const dictionary = [''];
  const tiers = new Map<string, number>();
  const rows = rowsByKey(table);
  for (const { key, tier, since } of known) {
    const row = rows.get(key);
    if (row === undefined || tier === null) continue;
    const code = tiers.get(tier) ?? dictionary.push(tier) - 1;
    tiers.set(tier, code);
    codes[row] = code;
    days[row] = (since === null ? undefined : parseDay(since)) ?? MISSING_DAY;
  }
  const columns: { readonly [name: string]: ColumnData } = {
    [previousFields.tier.name]: { type: 'string', codes, dictionary },
    [previousFields.since.name]: { type: 'date', values: days },
  };
  return { ...table, fields: { ...table.fields, ...columns } };
}

function rowsByKey({ key, rows }: Table): ReadonlyMap<string, number> {
  const byKey = new Map<string, number>();
  for (let row = 0; row < rows; row++) byKey.set(key.dictionary[key.codes[row] as number] ?? '', row);
  return byKey;
}

/** Since when the customer has this tier without a break: since the earlier run's day for it, else since `asOf`. */
export function tierSince({ fields }: Table, row: number, tier: string, asOf: string): string {
  const before = fields[previousFields.tier.name];
  const since = fields[previousFields.since.name];
  if (before?.type !== 'string' || since?.type !== 'date') return asOf;
  const day = since.values[row] as number;
  const same = before.codes[row] !== 0 && before.dictionary[before.codes[row] as number] === tier;
  return same && day !== MISSING_DAY ? formatDay(day) : asOf;
}
