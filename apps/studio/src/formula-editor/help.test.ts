// Suggestions, patterns, hover and values, on a customer with orders.
import type { Field } from '@tierflow/definition';
import { compileFormula, type FormulaScope } from '@tierflow/expression';
import { expect, test } from 'vitest';
import { startWords } from '../words/languages.ts';
import { speechOf } from '../words/use-words.ts';
import type { FormulaHelp } from './formula-help.ts';
import { hoverAt } from './hover-text.ts';
import { codeSpan, plainText } from './markdown-text.ts';
import { partAt, partValues } from './part-values.ts';
import { patterns } from './patterns.ts';
import { suggestionsAt } from './suggestions.ts';

const fields: readonly Field[] = [
  { name: 'spend', type: 'number' },
  { name: 'city', type: 'string' },
  { name: 'value', type: 'number' },
  { name: 'name', type: 'string' },
];
const orders = {
  name: 'orders',
  time: 'day',
  fields: [
    { name: 'day', type: 'date' },
    { name: 'amount', type: 'number' },
  ],
} as const;
const scope: FormulaScope = {
  column: (name) => {
    if (name === 'score') return { type: 'number', expr: { op: 'column', id: 'rate.score' } };
    const field = fields.find((one) => one.name === name);
    return field === undefined ? undefined : { type: field.type, expr: { op: 'field', name } };
  },
  collection: (name) => (name === 'orders' ? orders : undefined),
  names: () => [...fields.map(({ name }) => name), 'score', 'orders'],
};
const help: FormulaHelp = {
  scope,
  speech: speechOf(startWords('en').t, 'en'),
  about: (name, collection) =>
    name === 'spend' && collection === undefined ? { title: 'Spent', fill: 0.984, samples: ['12', '`x`'] } : undefined,
  diagnostics: [],
  say: () => '',
  valueAt: () => undefined,
};
const known = {
  record: { spend: 120, city: 'Beijing' },
  nodes: { rate: { in: true, ports: [], unknown: false, values: { score: 7 } } },
  decision: { asOf: '2026-10-31' },
  collections: {
    orders: [
      { day: '2026-10-01', amount: 30 },
      { day: '2026-12-01', amount: 99 },
    ],
  },
} as unknown as Parameters<typeof partValues>[2];

test('a field comes with what is known of it; a function opens its brackets unless they are there', () => {
  const found = suggestionsAt('spe', 3, help);
  expect(found.find(({ label }) => label === 'spend')).toMatchObject({
    detail: '  Spent',
    remark: 'Number · 98.4%',
    search: 'spend Spent',
    from: 0,
    to: 3,
  });
  expect(suggestionsAt('$su', 3, help).find(({ label }) => label === '$sum')).toMatchObject({ insert: '\\$sum($0)', fill: true });
  expect(suggestionsAt('$su(1)', 3, help).find(({ label }) => label === '$sum')).toMatchObject({ insert: '$sum', fill: false });
  expect(suggestionsAt('orders.', 7, help).map(({ label }) => label)).toEqual(['day', 'amount']);
});

test('every pattern is a formula before its places are filled', () => {
  const names = patterns(scope).map(({ name }) => name);
  expect(names).toEqual(['total', 'number', 'last', 'choice', 'otherwise', 'lookup', 'named']);
  for (const { preview } of patterns(scope)) expect(compileFormula(preview, scope).diagnostics, preview).toEqual([]);
});

test('hover says what a word is, and nothing in it is read as markdown', () => {
  expect(hoverAt('spend + 1', 2, help)?.paragraphs.join('\n')).toContain('98\\.4% filled');
  expect(hoverAt('$sum(orders.amount)', 1, help)?.paragraphs[0]).toContain('$sum(');
  expect(hoverAt('$length(name)', 1, help)?.paragraphs).toContain('Example: ` $length(name) > 2 ` → ` true ` · ` name = "Li Wei" `');
  expect(
    suggestionsAt('$len', 4, help)
      .find(({ label }) => label === '$length')
      ?.documentation(),
  ).toContain('→ ` true `');
  expect(hoverAt('1 + 1', 2, help)).toBeUndefined();
  expect(plainText('<b>*x*</b>')).toBe('\\<b\\>\\*x\\*\\</b\\>');
  expect(codeSpan('a `b` c')).toBe('`` a `b` c ``');
});

test('parts have the values of the customer: fields, what nodes made, lines up to the as-of day', () => {
  const text = '$sum(orders.amount) + score > spend / 2';
  const parts = partValues(text, scope, known, 'Asia/Shanghai');
  expect(Object.fromEntries(parts.map((part) => [part.text, part.value]))).toEqual({
    [text]: false,
    '$sum(orders.amount) + score': 37,
    '$sum(orders.amount)': 30,
    score: 7,
    'spend / 2': 60,
    spend: 120,
  });
  expect(partAt(parts, text.indexOf('score'))?.text).toBe('score');
  expect(partAt(parts, 1)?.text).toBe('$sum(orders.amount)');
});

test('what nobody told is left out, what cannot be computed says so, what is missing has no value', () => {
  expect(partValues('score + spend', scope, { ...known, nodes: {} }, 'UTC').map(({ text }) => text)).toEqual(['spend']);
  expect(partValues('spend / 0', scope, known, 'UTC')[0]).toMatchObject({ value: null, error: true });
  expect(partValues('value', scope, known, 'UTC')[0]).toMatchObject({ value: null, error: false });
});
