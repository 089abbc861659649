// Hostile names and texts in every place of a definition that reaches the query: nothing runs, nothing else matches.
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Column, Definition, Expr, Json } from '@tierflow/definition';
import { applySql, quoteName, SqlRefusal } from '@tierflow/sql';
import { expect, test } from 'vitest';
import { type Random, seeded } from '../generate/random.ts';
import { makeRelation } from '../sql/relation.ts';
import { rowsOf } from './sql-agree.ts';

const attacks = [
  'DROP TABLE canary',
  'DELETE FROM canary',
  'UPDATE canary SET id = 7',
  "INSERT INTO canary VALUES (8, 'x')",
  'CREATE TABLE planted AS SELECT 1',
  'SELECT * FROM canary',
  'SET threads = 1',
  "COPY canary TO '/dev/null'",
  "ATTACH ':memory:' AS other",
  'PRAGMA version',
];
const openings = [
  "'",
  '"',
  "''",
  '""',
  '`',
  ')',
  "')",
  '")',
  "'))",
  "' OR 1=1",
  '" OR 1=1',
  "\\'",
  '\\"',
  '$$',
  '];',
  '}',
  "'\u0000",
  'x',
  '0',
  "E'\\'",
];
const endings = ['; -- ', ' ; /*', " OR 'a'='a"];

/** 600 hostile texts, and some that are only odd. */
const payloads: readonly string[] = [
  ...openings.flatMap((opening) => attacks.flatMap((attack) => endings.map((ending) => `${opening}; ${attack}${ending}`))),
  ...[
    '',
    ' ',
    '%',
    '_',
    '--',
    '/* */',
    ';',
    "'",
    '"',
    '""',
    "''",
    '\\',
    '\n',
    '\t',
    '\u0000',
    'x\ufeff',
    '\u202e',
    '😀',
    '名前',
    '__proto__',
  ],
  ...[
    'constructor',
    'rowid',
    'row',
    'select',
    'NULL',
    'true',
    '*',
    '?',
    '$1',
    ':1',
    '@x',
    '{x}',
    '[1]',
    'a.b',
    '"a"."b"',
    'COLUMNS(*)',
    'lambda x: x',
  ],
];

const canary =
  "SELECT (SELECT list(c ORDER BY id)::VARCHAR FROM canary c) AS rows, (SELECT list(table_name ORDER BY table_name)::VARCHAR FROM duckdb_tables()) AS tables, current_setting('threads') AS threads, (SELECT count(*)::INTEGER FROM duckdb_databases()) AS databases";

async function connect(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  await connection.run("CREATE TABLE canary AS SELECT i AS id, 'alive' AS word FROM range(3) r(i)");
  return connection;
}

const call = (fn: string, ...args: Expr[]): Expr => ({ op: 'call', fn, args });

/** A definition in which a text is everything that can have a name or be a value. */
function hostile(text: string, name = text): Pick<Definition, 'columns' | 'parameters' | 'input' | 'timeZone'> {
  const field: Expr = { op: 'field', name: `f${name}` };
  const column = (id: string, type: Column['type'], expr: Expr, more: Partial<Column> = {}): Column => ({
    id,
    node: text,
    type,
    expr,
    ...more,
  });
  const line: Expr = { op: 'line', name: `l${name}` };
  return {
    timeZone: 'UTC',
    parameters: [{ id: text, node: text, value: 2 }],
    input: {
      key: 'id',
      fields: [
        { name: 'id', type: 'string' },
        { name: `f${name}`, type: 'string' },
      ],
      collections: [{ name: `c${name}`, fields: [{ name: `l${name}`, type: 'string' }] }],
    },
    columns: [
      column(text, 'boolean', call('eq', field, { op: 'literal', value: text }), { mask: true }),
      column(`${text}2`, 'boolean', call('in', field, { op: 'list', values: ['elsewhere', text] }), { mask: true }),
      column('where', 'string', call('concat', field, { op: 'literal', value: text }), { where: text }),
      column('parameter', 'number', { op: 'parameter', id: text }),
      column('read', 'boolean', call('isTrue', { op: 'column', id: text }), { mask: true }),
      column('starts', 'boolean', call('startsWith', { op: 'literal', value: text }, field)),
      column('lines', 'number', {
        op: 'aggregate',
        fn: 'count',
        from: `c${name}`,
        where: call('eq', line, { op: 'literal', value: text }),
      }),
      column('last', 'string', { op: 'aggregate', fn: 'last', from: `c${name}`, value: line, by: line }),
    ],
  };
}

test(`${payloads.length} hostile texts as names, values and members reach nothing but themselves`, async () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(500);
  const connection = await connect();
  const others = ['a', '', "'", payloads[3] ?? '', 'elsewhere'];
  await connection.run('CREATE TABLE people (x INTEGER)');
  const before = await rowsOf(connection, canary);
  for (const text of payloads) {
    // NUL cannot stand in the name of a column; it is refused there and still has to be a value like any other.
    const name = text.replaceAll('\0', '');
    if (name !== text) expect(() => applySql(hostile(text), { from: 'people', asOf: '2026-03-01' })).toThrow('sql.name');
    const definition = hostile(text, name);
    const values = [text, ...others.filter((other) => other !== text)];
    const records = values.map((value, id): { readonly [name: string]: Json } => ({
      id: String(id),
      [`f${name}`]: value,
      [`c${name}`]: values.map((inner) => ({ [`l${name}`]: inner })),
    }));
    await makeRelation(connection, 'people', definition.input, records);
    const { sql, nameOf } = applySql(definition, { from: 'people', asOf: '2026-03-01' });
    const rows = await rowsOf(connection, `SELECT * FROM (${sql}) ORDER BY row`);
    rows.forEach((row, at) => {
      const itself = at === 0;
      const value = values[at] as string;
      const found = definition.columns.map((column) => row[nameOf(column.id)]);
      const inList = itself || value === 'elsewhere';
      expect(found, JSON.stringify(text)).toEqual([
        itself,
        inList,
        itself ? text + text : null,
        2,
        itself,
        text.startsWith(value),
        1,
        values.toSorted().at(-1),
      ]);
    });
    expect(await rowsOf(connection, canary), JSON.stringify(text)).toEqual(before);
  }
});

test('a time zone that is no name of a zone is refused', () => {
  for (const timeZone of ["UTC'; DROP TABLE canary; --", '+08:00', 'Asia/Shanghai"', '']) {
    const definition = {
      ...hostile('x'),
      timeZone,
      columns: [{ id: 'd', node: 'd', type: 'date' as const, expr: call('dateOf', { op: 'missing', type: 'datetime' }) }],
    };
    expect(() => applySql(definition, { from: 'people', asOf: '2026-03-01' })).toThrow(SqlRefusal);
  }
  expect(() => applySql(hostile('x'), { from: 'people', asOf: "2026-03-01'; DROP TABLE canary; --" })).toThrow(RangeError);
});

/** A text of any code points, NUL and noncharacters included. */
function anyText(random: Random): string {
  const points = Array.from({ length: 1 + random.integer(6) }, () => {
    const below = random.pick([0x80, 0x80, 0x3000, 0xd800, 0x110000]);
    const point = random.integer(below);
    return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
  });
  return String.fromCodePoint(...points);
}

test('10,000 random texts match only themselves', { timeout: 120_000 }, async () => {
  const connection = await connect();
  const random = seeded(99);
  const texts = [...new Set(Array.from({ length: 12_000 }, () => anyText(random)))].slice(0, 10_000);
  expect(texts.length).toBe(10_000);
  const input = {
    key: 'id',
    fields: [
      { name: 'id', type: 'string' as const },
      { name: 's', type: 'string' as const },
    ],
    collections: [],
  };
  await makeRelation(
    connection,
    'people',
    input,
    texts.map((text, id) => ({ id: String(id), s: text })),
  );
  for (let from = 0; from < texts.length; from += 200) {
    const chunk = texts.slice(from, from + 200);
    const columns = chunk.map(
      (text, at): Column => ({
        id: `x${at}`,
        node: 'x',
        type: 'boolean',
        mask: true,
        expr: call('eq', { op: 'field', name: 's' }, { op: 'literal', value: text }),
      }),
    );
    const { sql, nameOf } = applySql({ columns, input, parameters: [], timeZone: 'UTC' }, { from: 'people', asOf: '2026-03-01' });
    const counts = columns.map(({ id }, at) => {
      const matched = quoteName(nameOf(id));
      return `count_if(${matched}), count_if(${matched} AND "row" = ${from + at})`;
    });
    const [row] = await rowsOf(connection, `SELECT [${counts.join(', ')}]::JSON AS found FROM (${sql})`);
    expect(JSON.parse(String(row?.found))).toEqual(chunk.flatMap(() => [1, 1]));
  }
});

test('half a character is refused: it would become another text', () => {
  expect(() => applySql(hostile('\ud800'), { from: 'people', asOf: '2026-03-01' })).toThrow('sql.text');
});
