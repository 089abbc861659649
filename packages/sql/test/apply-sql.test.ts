// Row errors, laziness, layers and settings of the query of a program.
import { describe, expect, it } from 'vitest';
import { applySql, quoteName, refusalsOf, type SqlProgram, SqlRefusal } from '../src/index.ts';
import { call, column, field, line, list, literal, made, people, programOf } from './definition.ts';
import { connect, rowsOf } from './duckdb.ts';

const asOf = '2026-03-01';

/** Value and error of each column for the three people. */
async function answers(program: SqlProgram, settings: { readonly [name: string]: string } = {}): Promise<readonly (readonly unknown[])[]> {
  const { sql, nameOf, errorOf } = applySql(program, { from: people, asOf });
  const outputs = program.columns.flatMap(({ id }) =>
    [nameOf(id), errorOf(id)].map((name) => (name === undefined ? 'NULL' : quoteName(name))),
  );
  const connection = await connect(settings);
  const rows = await rowsOf(
    connection,
    `SELECT [${outputs.map((output) => `CAST(${output} AS VARCHAR)`).join(', ')}] AS found FROM (${sql}) ORDER BY id`,
  );
  return rows.map(({ found }) => found as unknown[]);
}

const ratio = call('div', field('n'), field('m'));

describe('row errors', () => {
  it('are values of their row', async () => {
    const program = programOf(made('x', 'number', ratio));
    const expected = [
      ['2.0', null],
      [null, 'number.not-finite'],
      [null, null],
    ];
    expect(await answers(program)).toEqual(expected);
    expect(await answers(program, { ieee_floating_point_ops: 'false' })).toEqual(expected);
  });

  it('make a mask false', async () => {
    const program = programOf(
      made('x', 'boolean', call('isTrue', call('or', call('gt', ratio, literal(1)), literal(true))), { mask: true }),
    );
    expect(await answers(program)).toEqual([
      ['true', null],
      ['false', 'number.not-finite'],
      ['true', null],
    ]);
  });

  it('come from the first part that fails', async () => {
    const both = call('add', call('toNumber', field('s')), ratio);
    expect((await answers(programOf(made('x', 'number', both))))[1]).toEqual([null, 'number.unreadable']);
    const turned = call('add', ratio, call('toNumber', field('s')));
    expect((await answers(programOf(made('x', 'number', turned))))[1]).toEqual([null, 'number.not-finite']);
  });

  it('do not come from parts that are not evaluated', async () => {
    const noError = async (...exprs: Parameters<typeof made>[2][]): Promise<void> => {
      const columns = exprs.map((expr, at) => made(`x${at}`, at === 0 ? 'number' : 'boolean', expr));
      const [, second] = await answers(programOf(...columns));
      expect(second?.filter((_, at) => at % 2 === 1)).toEqual(columns.map(() => null));
    };
    const bad = call('gt', ratio, literal(0));
    await noError(
      call('coalesce', call('if', call('ne', field('m'), literal(0)), ratio), literal(1)),
      call('and', field('b'), bad),
      call('or', call('not', field('b')), bad),
      call('and3', field('b'), bad),
      call('or3', call('not', field('b')), bad),
      call('case', field('b'), bad, call('eq', field('m'), literal(0)), literal(true), bad, literal(true)),
    );
  });

  it('do not come from people outside of the column', async () => {
    const program = programOf(
      made('some', 'boolean', call('isTrue', field('b')), { mask: true }),
      made('x', 'number', ratio, { where: 'some' }),
      made('y', 'number', call('add', column('x'), literal(1)), { where: 'some' }),
    );
    const [first, second] = await answers(program);
    expect(first).toEqual(['true', null, '2.0', null, '3.0', null]);
    expect(second).toEqual(['false', null, null, null, null, null]);
  });

  it('of lines come from the first line that fails, in its order of parts', async () => {
    const reciprocal = call('div', literal(1), line('amount'));
    const asked = (expr: Parameters<typeof made>[2]) => answers(programOf(made('x', 'number', expr))).then(([first]) => first);
    expect(await asked({ op: 'aggregate', fn: 'sum', from: 'orders', value: reciprocal })).toEqual([null, 'number.not-finite']);
    const kept = call('gt', line('amount'), literal(0));
    expect(await asked({ op: 'aggregate', fn: 'count', from: 'orders', value: reciprocal, where: kept })).toEqual(['1.0', null]);
    const unreadable = call('eq', call('toNumber', line('sku')), literal(1));
    expect(await asked({ op: 'aggregate', fn: 'sum', from: 'orders', value: reciprocal, where: unreadable })).toEqual([
      null,
      'number.unreadable',
    ]);
  });

  it('stand for texts that would be too long, before they are made', async () => {
    const long = (n: number) => call('replace', call('pad', literal(''), literal(1000)), literal(' '), call('pad', field('s'), literal(n)));
    const program = programOf(made('fits', 'number', call('length', long(100))), made('not', 'number', call('length', long(101))));
    expect((await answers(program))[0]).toEqual(['100000.0', null, null, 'text.too-long']);
  });
});

describe('the query', () => {
  it('computes what is needed twice once, one layer above what it reads', () => {
    const twice = call('round', call('add', field('n'), field('m')), literal(2));
    const { sql } = applySql(programOf(made('x', 'number', twice), made('y', 'number', call('neg', twice))), { from: 'people', asOf });
    expect(sql.match(/"n" \+ "m"/g)?.length).toBe(1);
  });

  it('is one layer where nothing depends on anything', () => {
    const columns = Array.from({ length: 20 }, (_, at) => made(`x${at}`, 'boolean', call('gt', field('n'), literal(at))));
    const { sql } = applySql(programOf(...columns), { from: 'people', asOf });
    expect(sql.match(/FROM/g)?.length).toBe(2);
  });

  it('leaves out what is not wanted and what is not needed', async () => {
    const program = programOf(
      made('a', 'number', field('n')),
      made('b', 'number', call('neg', column('a'))),
      made('c', 'number', field('m')),
    );
    const { sql, nameOf, errorOf } = applySql(program, { from: people, asOf, columns: ['b'] });
    const [row] = await rowsOf(await connect(), sql);
    expect(Object.keys(row ?? {})).toEqual(['id', 'n', 'm', 's', 'b', 'd', 'orders', ':b']);
    expect(errorOf('b')).toBeUndefined();
    expect(() => nameOf('a')).toThrow(RangeError);
    expect(() => applySql(program, { from: people, asOf, columns: ['d'] })).toThrow(RangeError);
  });

  it('asks few cuts one after the other, many by halves', () => {
    const cuts = (n: number) => list(...Array.from({ length: n }, (_, at) => at));
    const sqlOf = (n: number) => applySql(programOf(made('x', 'number', call('bin', field('n'), cuts(n)))), { from: 'people', asOf }).sql;
    expect(sqlOf(4)).toContain('WHEN "n" <= 0e0 THEN 1e0 WHEN "n" <= 1e0 THEN 2e0');
    expect(sqlOf(1000).match(/ELSE CASE|THEN CASE/g)?.length).toBeGreaterThan(900);
    let depth = 0;
    let deepest = 0;
    for (const [word] of sqlOf(1000).matchAll(/CASE|END/g)) {
      depth += word === 'CASE' ? 1 : -1;
      deepest = Math.max(deepest, depth);
    }
    expect(deepest).toBeLessThan(13);
  });
});

describe('refusals', () => {
  const refusalOf = (program: SqlProgram, day = asOf): SqlRefusal => {
    try {
      applySql(program, { from: 'people', asOf: day });
    } catch (error) {
      if (error instanceof SqlRefusal) return error;
      throw error;
    }
    throw new Error('not refused');
  };

  it('are listed by column', () => {
    const two = literal(2);
    const program = programOf(made('a', 'number', call('power', two, two)), made('b', 'number', column('a')), made('c', 'number', two));
    expect(refusalsOf(program).map(({ column: id, refusal }) => [id, refusal.code, refusal.about])).toEqual([
      ['a', 'sql.function', 'power'],
    ]);
    expect(refusalOf(program)).toMatchObject({ code: 'sql.function', about: 'power' });
    expect(() => applySql(program, { from: 'people', asOf, columns: ['c'] })).not.toThrow();
  });

  it('name functions that nobody knows, parameters without a value, names that cannot be columns', () => {
    expect(refusalOf(programOf(made('a', 'number', call('unheardOf'))))).toMatchObject({ code: 'sql.function', about: 'unheardOf' });
    expect(refusalOf(programOf(made('a', 'number', call('constructor'))))).toMatchObject({ code: 'sql.function' });
    const unfitted = { ...programOf(made('a', 'number', { op: 'parameter', id: 'p' })), parameters: [{ id: 'p', node: 'p', value: null }] };
    expect(refusalOf(unfitted)).toMatchObject({ code: 'sql.not-fitted', about: 'p' });
    const { input, ...rest } = programOf(made('a', 'number', literal(1)));
    const withField = (name: string) => ({ ...rest, input: { ...input, fields: [...input.fields, { name, type: 'number' as const }] } });
    for (const name of ['N', '~x', 'a\0b']) expect(refusalOf(withField(name))).toMatchObject({ code: 'sql.name', about: name });
  });

  it('of a day that is none are faults of the caller', () => {
    expect(() => applySql(programOf(), { from: 'people', asOf: '2026-02-30' })).toThrow(RangeError);
  });
});
