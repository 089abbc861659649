// Runs jsonata itself over formulas and records: a line of JSON in, a line of JSON out; the first line is the records.
// A process of its own, because its evaluator can hang or die; its parent sets time and memory limits.
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import jsonata from 'jsonata';
import type { Departure } from './departures.ts';
import { type Arose, bringTo } from './jsonata-tree.ts';

export interface Query {
  readonly questions: readonly { readonly source: string; readonly rows: readonly number[] }[];
  readonly departures: readonly Departure[];
  /** Tells what came up on the way to an answer. */
  readonly watch?: true;
  /** What stands for a part that fails, where such do not matter. */
  readonly hole?: number;
  /** Functions that fail all the same. */
  readonly failing?: readonly string[];
}

/** A value (null where jsonata answers nothing) or the code of an error. */
export type TheirAnswer = ({ readonly value: unknown } | { readonly error: string }) & { readonly arose?: readonly Arose[] };

interface Records {
  readonly records: readonly { readonly [name: string]: unknown }[];
  /** Each field's value as text. */
  readonly texts: readonly ReadonlyMap<string, string>[];
}

/** The records as some departures have them. */
function recordsWith(given: readonly unknown[], departures: readonly Departure[]): Records {
  const dropped = (value: unknown): boolean =>
    (value === null && departures.includes('nulls')) || (Array.isArray(value) && value.length === 0 && departures.includes('emptyLists'));
  const kept = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(kept);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([, one]) => !dropped(one));
    return Object.fromEntries(entries.map(([name, one]) => [name, kept(one)]));
  };
  const lists = departures.includes('missingLists') ? { orders: [] } : {};
  const records = given.map((record) => ({ ...lists, ...(kept(record) as { readonly [name: string]: unknown }) }));
  return { records, texts: records.map((record) => new Map(Object.entries(record).map(([name, value]) => [name, JSON.stringify(value)]))) };
}

type Asked = Omit<Query, 'questions'> & Records;

async function answersOf(
  source: string,
  rows: readonly number[],
  { departures, watch, records, texts, ...more }: Asked,
): Promise<readonly TheirAnswer[]> {
  const arose = new Set<Arose>();
  const read = departures.includes('blanks') ? source.replaceAll('\\s', '[ \\t\\n\\r\\f]') : source;
  const expression = bringTo(jsonata(read), departures, { watch: watch && ((what) => arose.add(what)), ...more });
  const answer = async (record: unknown): Promise<TheirAnswer> => {
    arose.clear();
    const found = await expression.evaluate(record).then(
      (value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? { error: 'not finite' } : { value: value ?? null }),
      (error: { readonly code?: string }) => ({ error: String(error.code) }),
    );
    return arose.size > 0 ? { ...found, arose: [...arose] } : found;
  };
  // A formula answers by the fields it names: records that agree in those are asked for once.
  const named = [...new Set(texts.flatMap((record) => [...record.keys()]))].filter((name) => source.includes(name));
  const known = new Map<string, TheirAnswer>();
  const found: TheirAnswer[] = [];
  for (const row of rows) {
    const key = named.map((name) => texts[row]?.get(name)).join('\0');
    const one = known.get(key) ?? (await answer(records[row]));
    known.set(key, one);
    found.push(one);
  }
  return found;
}

let given: readonly unknown[] | undefined;
for await (const line of createInterface({ input: stdin })) {
  if (given === undefined) {
    given = JSON.parse(line) as readonly unknown[];
    continue;
  }
  const { questions, ...query } = JSON.parse(line) as Query;
  const { records, texts } = recordsWith(given, query.departures);
  const before = JSON.stringify(records);
  const answers: (readonly TheirAnswer[])[] = [];
  for (const { source, rows } of questions) answers.push(await answersOf(source, rows, { ...query, records, texts }));
  // The records are shared between the formulas, which is sound as long as none of them changes one.
  if (JSON.stringify(records) !== before) throw new Error('a formula has changed a record');
  stdout.write(`${JSON.stringify(answers)}\n`);
}
