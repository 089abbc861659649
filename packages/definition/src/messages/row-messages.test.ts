// Every code a row can carry has words in both languages, and no words are left over.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FunctionSpec } from '../function-spec.ts';
import { functionTable } from '../functions.ts';
import { rowMessages } from './row-messages.ts';

const evaluator = new URL('../../../evaluator/src/', import.meta.url);
const sources = globSync('**/*.ts', { cwd: evaluator.pathname })
  .filter((name) => !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, evaluator), 'utf8'));
const RAISED = /(?:RowError\(|raise\(|code: |\? )'([a-z]+\.[a-z-]+)'/g;
const raised = sources.flatMap((source) => [...source.matchAll(RAISED)].map(([, code]) => code ?? ''));
const declared = Object.values<FunctionSpec>(functionTable).flatMap(({ raises }) => raises ?? []);
/** Faults of a whole definition are no errors of a row. */
const codes = [...new Set([...raised, ...declared])].filter((code) => !code.startsWith('definition.')).sort();

test.each(['en', 'zh-CN'] as const)('words in %s', (language) => {
  expect(codes.length).toBeGreaterThan(10);
  expect(Object.keys(rowMessages[language]).sort()).toEqual(codes);
});
