// Content negotiation by Accept.
import { expect, test } from 'vitest';
import { acceptable } from './acceptable.ts';

const formats: readonly ['application/json', 'text/csv', 'application/x-ndjson'] = ['application/json', 'text/csv', 'application/x-ndjson'];

test.each([
  [undefined, 'application/json'],
  ['', 'application/json'],
  ['*/*', 'application/json'],
  ['text/csv', 'text/csv'],
  ['text/*', 'text/csv'],
  ['application/json;q=0.5, application/x-ndjson', 'application/x-ndjson'],
  ['text/html, */*;q=0.1', 'application/json'],
  ['application/json;q=0, */*', 'text/csv'],
  ['TEXT/CSV', 'text/csv'],
  ['image/png', undefined],
  ['*/*;q=0', undefined],
])('%s → %s', (header, expected) => {
  expect(acceptable(header, formats)).toBe(expected);
});
