// JSONata's own suite: every case has the outcome written in cases/jsonata-suite.json, the page about it is current, and
// the shares only rise. `node packages/expression/test/suite/write-suite.ts` writes both anew.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Answered } from './answer.ts';
import { classifySuite } from './jsonata-suite.ts';
import { sqlAnswers } from './sql-answers.ts';
import { suitePage, supportedByClass } from './suite-report.ts';

/** Supported cases of each class; raised when there are more, never lowered. */
const FLOORS = { 'flat scalar': 515, 'nested scalar': 251, 'path and aggregate': 236, rest: 145, 'parse error': 41 } as const;

const folder = join(process.env['TIERFLOW_REAL_DATA'] ?? '', 'data', 'jsonata-test-suite');
const there = process.env['TIERFLOW_REAL_DATA'] !== undefined && existsSync(folder);
const committed = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const answered: Answered[] = [];
const found = there ? await classifySuite(folder, (one) => answered.push(one)) : [];

describe.skipIf(!there)('the suite of JSONata (skipped without TIERFLOW_REAL_DATA)', () => {
  test('every case has its outcome, and none fails', () => {
    expect(found).toHaveLength(1_686);
    expect(found.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    const outcomes = Object.fromEntries(found.map(({ id, outcome }) => [id, outcome]));
    expect(outcomes).toEqual(JSON.parse(committed('../../cases/jsonata-suite.json')));
  });

  test('SQL in DuckDB answers the same, where there is SQL', async () => {
    const { different, compared, refused } = await sqlAnswers(answered);
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(1_356);
    expect(refused).toBeLessThanOrEqual(19);
  });

  test('the page is current', () => {
    expect(committed('../../../../apps/docs/language/jsonata-suite.md')).toBe(suitePage(found));
  });

  test.each(Object.entries(FLOORS))('at least so many %s cases: %i', (name, floor) => {
    expect(supportedByClass(found)[name]).toBeGreaterThanOrEqual(floor);
  });
});
