// JSONata's own suite: every case has the outcome written in cases/jsonata-suite.json; none that is supported may fail
// unless it is a named difference. `node packages/expression/test/write-suite-outcomes.ts` writes the file anew.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { classifySuite } from './jsonata-suite.ts';

/** Cases that are answered differently on purpose. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'function-number/case027': 'a number does not begin with 0 and another digit',
  'function-number/case028': 'a number does not begin with 0 and another digit',
  'function-number/case029': 'a number does not begin with 0 and another digit',
  'function-number/case030': 'a number does not begin with 0 and another digit',
  'function-string/case030': 'whole numbers too are written with at most 15 significant digits',
};

const folder = join(process.env['TIERFLOW_REAL_DATA'] ?? '', 'data', 'jsonata-test-suite');
const there = process.env['TIERFLOW_REAL_DATA'] !== undefined && existsSync(folder);

test.skipIf(!there)('the suite of JSONata (skipped without TIERFLOW_REAL_DATA)', () => {
  const expected = JSON.parse(readFileSync(new URL('../cases/jsonata-suite.json', import.meta.url), 'utf8')) as {
    readonly [id: string]: string;
  };
  const found = classifySuite(folder);
  const failures = found.filter(({ id, outcome }) => outcome === 'failed' && !Object.hasOwn(DIFFERENCES, id));
  expect(failures).toEqual([]);
  expect(Object.fromEntries(found.map(({ id, outcome }) => [id, outcome]))).toEqual(expected);
});
