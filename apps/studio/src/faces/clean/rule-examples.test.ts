import type { CleanRule } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { changedBy, notYetMapped } from './rule-examples.ts';

const rules: readonly CleanRule[] = [
  { do: 'trim', field: 'city' },
  { do: 'clamp', field: 'age', min: 0, max: 110 },
  { do: 'map', field: 'city', pairs: [{ from: 'SH', to: '上海' }] },
  { do: 'required', field: 'city' },
];
const values = [
  { value: '广州', n: 9 },
  { value: ' SH', n: 5 },
  { value: 'SH', n: 4 },
  { value: 'GZ ', n: 3 },
  { value: '上海', n: 2 },
];
const asked = (at: number) => ({ rules, at, type: 'string' as const, values });

test('examples show a value as the rules above left it, and what the rule makes of it', () => {
  expect(changedBy(asked(0))).toEqual([
    { before: ' SH', after: 'SH', n: 5 },
    { before: 'GZ ', after: 'GZ', n: 3 },
  ]);
  expect(changedBy(asked(2))).toEqual([{ before: 'SH', after: '上海', n: 9 }]);
  expect(changedBy(asked(3)), 'a rule that asks changes nothing').toEqual([]);
});

test('numbers are brought into their range', () => {
  const ages = [{ value: -3 }, { value: 40 }, { value: 200 }];
  expect(changedBy({ rules, at: 1, type: 'number', values: ages }).map(({ before, after }) => [before, after])).toEqual([
    [-3, 0],
    [200, 110],
  ]);
});

test('the most frequent texts without a replacement are proposed; those that are written already are not', () => {
  expect(notYetMapped(asked(2))).toEqual([
    { value: '广州', n: 9 },
    { value: 'GZ', n: 3 },
  ]);
});
