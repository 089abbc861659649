// Every gap between JSONata and SQL, as a test of its name, from cases/gaps.json: what DuckDB answers if left alone, and what
// formulas answer by closures, generated code, sweep and their SQL, and what jsonata answers where that is something else.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Json } from '@tierflow/definition';
import jsonata from 'jsonata';
import { describe, expect, test } from 'vitest';
import { compileFormula } from '../src/index.ts';
import { readersOver, untimed } from './differential/our-answers.ts';
import { fields, scopeFor } from './scope.ts';

interface Gap {
  readonly topic: string;
  /** What the engine answers to a SELECT, or the beginning of its complaint. */
  readonly duckdb: readonly { readonly query: string; readonly answer?: Json; readonly raises?: string }[];
  readonly examples: readonly Example[];
}

interface Example {
  readonly says: string;
  readonly text: string;
  readonly row?: { readonly [name: string]: Json };
  /** Our answer: a value, an error of the row, or a refusal. */
  readonly ours: Json | { readonly error: string } | { readonly refused: string };
  /** jsonata's, where it is another one. */
  readonly theirs?: Json | { readonly error: string };
  /** Why there is no SQL. */
  readonly sql?: string;
}

const gaps = JSON.parse(readFileSync(new URL('../cases/gaps.json', import.meta.url), 'utf8')) as readonly Gap[];

async function ofEngine(query: string): Promise<Pick<Gap['duckdb'][number], 'answer' | 'raises'>> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const [row] = (await connection.runAndReadAll(`SELECT ${query}`)).getRowsJson();
    return { answer: row?.[0] as Json };
  } catch (error) {
    return { raises: String(error).split(/: */)[1] ?? '' };
  }
}

async function ofJsonata({ text, row = {} }: Example): Promise<Json> {
  // The time of the test is no answer to compare.
  if (text === '$now()') return 'the time';
  return await jsonata(text)
    .evaluate(row)
    .then((found: unknown) => JSON.parse(JSON.stringify(found ?? null)) as Json)
    .catch((error: { readonly code: string }) => ({ error: error.code }));
}

/** By all of our readers, which are held to one answer. */
async function ours({ text, row = {} }: Example): Promise<{ readonly answer: unknown; readonly sql?: string }> {
  const compiled = compileFormula(text, scopeFor(fields, [untimed]));
  if (compiled.expr === undefined) return { answer: { refused: compiled.diagnostics[0]?.code } };
  const readers = await readersOver([row]);
  const { answers, refused } = await readers.answersOf([compiled]);
  readers.close();
  const [answer = { error: 'no answer' }] = answers[0] ?? [];
  const sql = refused.get(0);
  // As it leaves: −0 is 0 in JSON.
  return { answer: JSON.parse(JSON.stringify('error' in answer ? answer : answer.value)), ...(sql === undefined ? {} : { sql }) };
}

describe.each(gaps)('$topic', ({ duckdb, examples }) => {
  test.each(duckdb)('DuckDB alone: $query', async ({ query, ...wanted }) => {
    expect(await ofEngine(query)).toEqual(wanted);
  });

  test.each(examples)('$says: $text', async (example) => {
    expect(await ours(example)).toEqual({ answer: example.ours, ...(example.sql === undefined ? {} : { sql: example.sql }) });
    expect(await ofJsonata(example)).toEqual('theirs' in example ? example.theirs : example.ours);
  });
});
