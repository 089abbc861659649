import { expect, test } from 'vitest';
import { connect } from '../../test/duckdb.ts';
import { quoteName } from '../quote.ts';
import { clashIn, folded, nameGiver } from './names.ts';

test('names are told apart as DuckDB does', async () => {
  const connection = await connect();
  const pairs = [
    ['a', 'A'],
    ['é', 'É'],
    ['ß', 'ẞ'],
    ['k', '\u212a'],
    ['i', 'ı'],
    ['a', 'a '],
    ['straße', 'STRASSE'],
  ] as const;
  for (const [a, b] of pairs) {
    const same = await connection.run(`CREATE OR REPLACE TABLE t (${quoteName(a)} INTEGER, ${quoteName(b)} INTEGER)`).then(
      () => false,
      () => true,
    );
    expect(folded(a) === folded(b), `${a} ${b}`).toBe(same);
    expect(clashIn([a, b])).toBe(same ? b : undefined);
  }
});

test('a name that is taken gets a mark', () => {
  const give = nameGiver(['x', 'Y']);
  expect(['z', 'Z', 'X', 'y', 'y~2'].map(give)).toEqual(['z', 'Z~2', 'X~2', 'y~2', 'y~2~2']);
});
