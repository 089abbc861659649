import type { ValueType } from '@tierflow/definition';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, readCell } from './cell-text.ts';
import type { Cell } from './config.ts';

test.each<[string, ValueType, Cell]>([
  ['', 'number', null],
  ['-', 'string', null],
  ['>= 5', 'number', { op: 'ge', value: 5 }],
  ['≤5%', 'number', { op: 'le', value: 0.05 }],
  ['＞1,200', 'number', { op: 'gt', value: 1200 }],
  ['5..10', 'number', { op: 'between', value: [5, 10] }],
  ['5-10', 'number', { op: 'between', value: [5, 10] }],
  ['-5～-2', 'number', { op: 'between', value: [-5, -2] }],
  ['[5..10)', 'number', { op: 'between', value: [5, 10], open: 'high' }],
  ['（5，10］'.replace('］', ']'), 'number', { op: 'between', value: [5, 10], open: 'low' }],
  ['(5 .. 10)', 'number', { op: 'between', value: [5, 10], open: 'both' }],
  ['1, 2、3', 'number', { op: 'in', value: [1, 2, 3] }],
  ['not 1', 'number', { op: 'ne', value: 1 }],
  ['华北，华东', 'string', { op: 'in', value: ['华北', '华东'] }],
  ['非 华北', 'string', { op: 'ne', value: '华北' }],
  ['非会员', 'string', { op: 'eq', value: '非会员' }],
  ['"empty"', 'string', { op: 'eq', value: 'empty' }],
  ['空', 'string', { op: 'isEmpty' }],
  ['not empty', 'date', { op: 'isNotEmpty' }],
  ['>= 2025/1/5', 'date', { op: 'ge', value: '2025-01-05' }],
  ['2025-01-01..2025年3月31日', 'date', { op: 'between', value: ['2025-01-01', '2025-03-31'] }],
  ['是', 'boolean', { op: 'eq', value: true }],
])('“%s” over a %s', (text, type, cell) => {
  expect(readCell(text, type)).toEqual({ ok: true, cell });
});

test.each([
  ['five', 'number', 'number'],
  ['10..5', 'number', 'order'],
  ['maybe', 'boolean', 'yes-or-no'],
  ['2025-02-30', 'date', 'day'],
  ['"open', 'string', 'quote'],
] as const)('“%s” is no %s', (text, type, fault) => {
  expect(readCell(text, type)).toMatchObject({ ok: false, fault });
});

test('every cell is read back from its own text, in both languages', () => {
  const text = fc
    .oneof(fc.string({ minLength: 1 }), fc.constantFrom('empty', '空', 'not A', '非 A', 'a,b', '"', '-', '= A', ' A'))
    .map((s) => s.trim());
  const texts = fc.uniqueArray(
    text.filter((s) => s !== ''),
    { minLength: 2, maxLength: 3 },
  );
  const number = fc.oneof(fc.integer(), fc.constantFrom(0.5, -1.25, 1e21));
  const cases = fc.oneof(
    fc.record({
      type: fc.constant('string' as const),
      cell: fc.oneof(
        fc.record({ op: fc.constantFrom('in', 'notIn'), value: texts }),
        fc.record({ op: fc.constantFrom('eq', 'ne'), value: text.filter((s) => s !== '') }),
      ),
    }),
    fc.record({
      type: fc.constant('number' as const),
      cell: fc.oneof(
        fc.record({ op: fc.constantFrom('lt', 'le', 'gt', 'ge', 'eq', 'ne'), value: number }),
        fc.record({
          op: fc.constant('between'),
          value: fc.tuple(number, number).map((pair) => pair.toSorted((a, b) => a - b)),
          open: fc.constantFrom('low', 'high', 'both'),
        }),
      ),
    }),
  );
  fc.assert(
    fc.property(cases, fc.constantFrom('en', 'zh-CN'), ({ type, cell }, language) => {
      expect(readCell(cellText(cell as Cell, language), type)).toEqual({ ok: true, cell });
    }),
  );
});
