// Every function of the table in SQL, on edge values of its arguments in all combinations, held against the closures.
import { DuckDBInstance } from '@duckdb/node-api';
import {
  type ArgType,
  type Column,
  type Definition,
  type Expr,
  type Field,
  type FunctionName,
  type FunctionSpec,
  functionsIn,
  functionTable,
  type Json,
  type ValueType,
} from '@tierflow/definition';
import { expect, test } from 'vitest';
import { seeded } from '../generate/random.ts';
import { compareWithSql } from './sql-agree.ts';

const numbers = [
  '0 -0 1 -1 2 3 -7 0.5 -0.5 1.5 2.5 -2.5 0.1 0.30000000000000004 1.005 1.015 2.675 1e-7 123456.789 1000 1001 400 -400 20000',
  '0.49999999999999994 1e15 999999999999999 1e16 4503599627370497.5 3002399751580362.5 9007199254740991 9007199254740992 123456789012345680',
  '2.384185791015625e-7 100000000000000.5 -1000000000000005 0.00001 -0.0000012 1e-6 9.999999999999995e-7 0.0001 99999999999999.99 1e20',
  '1e21 1e22 1e100 1e300 -1e300 1.7976931348623157e308 5e-324 1e-320 2.2250738585072014e-308',
].flatMap((line) => line.split(' '));

const texts = [
  ...['', ' ', 'a', 'b', 'ab', 'aXbXc', 'X', 'aa', '  x  y ', '\n', '\t\r\n', 'a\u00a0b', 'ABCxyz', 'ß', 'İ', 'ς', 'é', 'e\u0301', 'K'],
  ...['😀', 'x😀y', '～', '\ufffd', '\u0000', 'a\u0000b', "'", '"', '%', '_', '\\', '\\n', '$1', '北京', '👩‍👩‍👧'],
  ...[
    '0x1F',
    '0XfFFFFFFFFFFFFFFFFF',
    '0x20000000000001',
    '0x20000000000003',
    '0x3fffffffffffff800000000001',
    '0o17',
    '0b101',
    '0b',
    '0x',
    '00',
  ],
  ...['1e5', '-1.50', '.5', '1.', '+1', '1_000', 'inf', 'nan', 'Infinity', ' 12', '12 ', '12\n', '1e400', '-1e400', '1e-400', '-0', '01'],
  ...['2024-02-29', '2023-02-29', '0000-01-01', '0001-01-01', '9999-12-31', '2024-2-9', '2024-02-29 ', '10000-01-01', '２０２４-02-29'],
  ...['week', 'Month', 'quarter', 'year', 'month', ','],
];

const dates =
  '0001-01-01 9999-12-31 1970-01-01 1969-12-31 2024-02-29 2023-02-28 2024-12-30 2025-12-31 1582-10-10 1900-03-01 2000-02-29'.split(' ');

const instants = [
  '0001-01-03T00:00:00Z 1582-10-10T23:59:59Z 1883-11-18T16:30:00Z 1900-12-31T15:54:17Z 1901-01-01T00:00:00Z 1927-12-31T15:55:00Z',
  '1940-06-02T15:59:59.999Z 1940-06-02T16:00:00Z 1969-12-31T23:59:59.999Z 1970-01-01T00:00:00Z 1986-05-03T16:00:00Z 1991-09-14T15:00:00Z',
  '2024-02-29T15:59:59.999Z 2024-02-29T16:00:00Z 2024-03-10T06:59:59Z 2024-03-10T07:00:00Z 2024-04-06T14:59:00Z 2024-11-03T05:30:00Z',
  '2025-12-31T23:59:59.999Z 2026-01-01T00:00:00.001Z 2038-01-19T03:14:08Z 9999-12-30T00:00:00Z 2024-10-05T15:29:59Z 2024-06-30T18:14:59Z',
].flatMap((line) => line.split(' '));

/** `n` comes as text: a record's numbers end at 2^53, as `m` does, those inside an expression do not. */
const fields: readonly Field[] = ([1, 2, 3, 4] as const).flatMap((at) => [
  { name: `m${at}`, type: 'number' as const },
  { name: `n${at}`, type: 'string' as const },
  { name: `s${at}`, type: 'string' as const },
  { name: `b${at}`, type: 'boolean' as const },
  { name: `d${at}`, type: 'date' as const },
  { name: `t${at}`, type: 'datetime' as const },
]);

const ties = [2 ** 50 + 0.25, 2 ** 49 + 0.75, 2 ** 46 + 0.046875, 1e15 - 0.125, 0.045, 1.0049999999999999, 99.995, 0.9999999999];
const pools: { readonly [name: string]: readonly Json[] } = {
  m: [null, ...[...numbers.map(Number), ...ties].filter((x) => Math.abs(x) <= 2 ** 53)],
  n: [null, ...numbers],
  s: [null, ...texts],
  b: [null, true, false],
  d: [null, ...dates],
  t: [null, ...instants],
};

const fieldOf = (type: ValueType, at: number): Expr => {
  const letter = { number: 'n', string: 's', boolean: 'b', date: 'd', datetime: 't' }[type];
  const field: Expr = { op: 'field', name: `${letter}${at}` };
  return type === 'number' ? { op: 'call', fn: 'toNumber', args: [field] } : field;
};

const lists: { readonly [type in ValueType]: readonly (boolean | number | string)[] } = {
  boolean: [true],
  number: [0, 2.5, 1e300, 5e-324],
  string: ['', 'a', "'", '\\', 'é'],
  date: [0, 19782],
  datetime: [0, 1709222400000],
};
const many = Array.from({ length: 300 }, (_, at) => `key ${at}`);
/** Keys and values: few, none, too few values, and more than are compared one by one. */
const tables: readonly (readonly [readonly string[], readonly string[]])[] = [
  [lists.string.filter((value) => typeof value === 'string'), ["'", '', '\\', 'é', 'x']],
  [[], ['x']],
  [
    ['a', 'a', 'é', ''],
    ['first', 'second'],
  ],
  [
    [...texts, ...many],
    [...texts.map((one) => `<${one}>`), ...many],
  ],
];
const cuts = [[], [2], [-1, 0, 0, 2.5, 1e16], Array.from({ length: 40 }, (_, at) => at * 37 - 400), [5, 1, 3]];

/** Calls of one function: with every type for `any`, with and without its optional arguments. */
function callsOf(fn: FunctionName, spec: FunctionSpec): readonly Expr[] {
  const types: readonly ValueType[] = spec.args.includes('any') ? ['boolean', 'number', 'string', 'date', 'datetime'] : ['number'];
  return types.flatMap((any) => {
    const make = (arg: ArgType, at: number, variant: number): Expr => {
      if (arg === 'any' || arg === 'same') return fieldOf(any, at + 1);
      if (arg === 'instant') return fieldOf(variant === 0 ? 'date' : 'datetime', at + 1);
      if (arg === 'choices') return { op: 'list', values: variant === 0 ? texts : [] };
      if (arg === 'texts') return { op: 'list', values: tables[variant]?.[at - 1] ?? [] };
      if (arg === 'list') return { op: 'list', values: variant === 0 ? lists[any] : [] };
      if (arg === 'numbers') return { op: 'list', values: at === 2 ? [1, 2.5, 3, -4, 5, 6] : (cuts[variant % cuts.length] ?? []) };
      return fieldOf(arg, at + 1);
    };
    const shapes: ArgType[][] = [];
    for (let n = spec.required; n <= spec.args.length; n++) shapes.push(spec.args.slice(0, n));
    if (spec.rest !== undefined) shapes.push([...spec.args, spec.rest].slice(0, 3));
    const variants = spec.args.includes('texts')
      ? tables.length
      : spec.args.includes('numbers')
        ? cuts.length
        : spec.args.some((arg) => arg === 'list' || arg === 'choices' || arg === 'instant')
          ? 2
          : 1;
    return shapes.flatMap((shape) =>
      Array.from({ length: variants }, (_, variant): Expr => ({ op: 'call', fn, args: shape.map((arg, at) => make(arg, at, variant)) })),
    );
  });
}

/** Literals in the second place: SQL says some functions differently then. */
function literalCalls(fn: FunctionName): readonly Expr[] {
  const literal = (value: number | string): Expr => ({ op: 'literal', value });
  if (fn === 'round')
    return [0, 1, 2, -2, 0.9, 15, 22, -22, 400, -400, 1e300].map((n) => ({ op: 'call', fn, args: [fieldOf('number', 1), literal(n)] }));
  if (fn === 'matches' || fn === 'matchPart' || fn === 'replaceMatches') {
    const more = { matches: [[]], matchPart: [[0], [1], [2], [-1], [0.5]], replaceMatches: [[''], ['<$1$$$0>'], ['\\1']] }[fn];
    const args = [fieldOf('string', 1)];
    return ['([a-z])', '(?i)(x)', '\\s+$', '[^ -~]', "^([\\w'%\\\\]+)$"].flatMap((pattern) =>
      more.map((rest): Expr => ({ op: 'call', fn, args: [...args, literal(pattern), ...rest.map(literal)] })),
    );
  }
  if (fn === 'formatBase' || fn === 'formatInteger') {
    const second = fn === 'formatBase' ? [2, 10, 16, 36] : ['0', '1;o', '000', '#,##0', '#,##0;o', '001;o'];
    const value: Expr = { op: 'call', fn: 'round', args: [{ op: 'field', name: 'm1' }] };
    const small: Expr = {
      op: 'call',
      fn: 'if',
      args: [
        { op: 'field', name: 'b1' },
        { op: 'call', fn: 'length', args: [fieldOf('string', 1)] },
      ],
    };
    return second.flatMap((one) => [value, small].map((a): Expr => ({ op: 'call', fn, args: [a, literal(one)] })));
  }
  if (fn === 'formatNumber') {
    const pictures = ['#,##0.00', '0', '0.0##', '0.00;(0.00)', '#', '#.##', '0000.0', '0.0%', '#,##0.0‰', '¥ #,##0.000000 x', '.0000000'];
    const value: Expr = { op: 'field', name: 'm1' };
    return pictures.map((picture): Expr => ({ op: 'call', fn, args: [value, literal(picture)] }));
  }
  if (fn === 'fromMillis') {
    const pictures = [
      '[Y0001]-[M01]-[D01]',
      '[FNn,3-3], [D1o] [MNn] [Y] [h]:[m01] [PN]',
      '[X]-W[W01]-[F1] [d] [C]',
      '[Y,2-2][MN,*-3][f001][Z01:01t]',
    ];
    const value = fieldOf('number', 1);
    const day: Expr = { op: 'call', fn: 'mul', args: [value, literal(86_399_999.5)] };
    return [value, day].flatMap((a) => [
      ...pictures.map((picture): Expr => ({ op: 'call', fn, args: [a, literal(picture)] })),
      { op: 'call', fn, args: [a, literal('[Y]-[M01]-[D01] [H01]:[m01]:[s01]'), literal('-0930')] } as const,
    ]);
  }
  if (fn === 'startOf') return ['week', 'year', 'Year'].map((unit) => ({ op: 'call', fn, args: [fieldOf('date', 1), literal(unit)] }));
  if (fn === 'toString')
    return [
      { op: 'call', fn, args: [{ op: 'call', fn: 'bin', args: [fieldOf('number', 1), { op: 'list', values: [0, 5] }] }] },
      { op: 'call', fn, args: [{ op: 'call', fn: 'length', args: [fieldOf('string', 1)] }] },
    ];
  return [];
}

function lettersIn(expr: Expr): readonly string[] {
  return [...new Set([...JSON.stringify(expr).matchAll(/"name":"([a-z]\d)"/g)].map(([, name]) => name as string))];
}

/** All combinations of edge values, or a seeded choice of 2,500. */
function recordsFor(names: readonly string[]): readonly { readonly [name: string]: Json }[] {
  const all = names.reduce((product, name) => product * (pools[name[0] ?? '']?.length ?? 1), 1);
  const random = seeded(all);
  return Array.from({ length: Math.min(all, 2500) }, (_, at) => {
    let rest = all <= 2500 ? at : random.integer(all);
    const record: { [name: string]: Json } = { id: String(at) };
    for (const name of names) {
      const pool = pools[name[0] ?? ''] ?? [];
      record[name] = pool[rest % pool.length] ?? null;
      rest = Math.floor(rest / pool.length);
    }
    return record;
  });
}

function definitionOf(expr: Expr, type: ValueType, timeZone: string): Definition {
  const column: Column = { id: 'x', node: 'x', type, expr };
  return {
    format: 'tierflow/definition@1',
    name: 'edges',
    title: { en: 'Edges' },
    version: 0,
    revision: 0,
    timeZone,
    requires: [...functionsIn(expr)],
    input: { key: 'id', fields: [{ name: 'id', type: 'string' }, ...fields], collections: [] },
    fittedOn: null,
    parameters: [],
    columns: [column],
    nodes: [],
    outputs: { tiers: [], scores: [], labels: [], segments: [], playbooks: [] },
    vectors: [],
  };
}

const typeOfCall = (spec: FunctionSpec, expr: Expr): ValueType => {
  if (spec.result !== 'same') return spec.result;
  const arg = expr.op === 'call' ? expr.args[spec.args.indexOf('any')] : undefined;
  if (arg?.op === 'call') return 'number';
  const letter = arg?.op === 'field' ? arg.name[0] : '';
  return letter === 's' ? 'string' : letter === 'b' ? 'boolean' : letter === 'd' ? 'date' : 'datetime';
};

/** What the README of the sql package names as refused. */
const refusedFunctions = new Set<FunctionName>([
  'power',
  'parseInteger',
  'toMillis',
  'bgnbdAlive',
  'bgnbdPurchases',
  'paretoNbdAlive',
  'paretoNbdPurchases',
  'gammaGammaMean',
]);

const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Monrovia', 'asia/tokyo'];

test.each(Object.entries(functionTable) as [FunctionName, FunctionSpec][])('%s', async (fn, spec) => {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  let compared = 0;
  for (const expr of [...callsOf(fn, spec), ...literalCalls(fn)]) {
    for (const zone of fn === 'dateOf' ? zones : ['Asia/Shanghai']) {
      const records = recordsFor(lettersIn(expr));
      const definition = definitionOf(expr, typeOfCall(spec, expr), zone);
      const comparison = await compareWithSql(connection, { definition, records, asOf: '2026-03-01' });
      const { differences } = comparison;
      const first = differences[0];
      compared += comparison.compared;
      const context = `${zone} ${JSON.stringify(expr)} on ${JSON.stringify(records[first?.row ?? 0])}, ${differences.length} rows`;
      expect(first, context).toBeUndefined();
    }
  }
  connection.closeSync();
  expect(compared > 0, 'refused').toBe(!refusedFunctions.has(fn));
});
