// Every place where JSONata and SQL part, as a named test: what formulas answer, by all three evaluators, and what
// jsonata answers. `refused` is the code of the diagnostic.
import type { Collection, Json } from '@tierflow/definition';
import { decider, sweep, tableOf } from '@tierflow/evaluator';
import jsonata from 'jsonata';
import { expect, test } from 'vitest';
import { compileFormula } from '../src/index.ts';
import { columnValue } from './column-value.ts';
import { fields, orders, programOf, scopeFor } from './scope.ts';

interface Gap {
  readonly topic: string;
  readonly text: string;
  readonly row?: { readonly [name: string]: Json };
  /** Our answer: a value, an error of the row, or a refusal. */
  readonly ours: Json | { readonly error: string } | { readonly refused: string };
  /** jsonata's, where it is another one. */
  readonly theirs?: Json | { readonly error: string };
}

const lines = [
  { amount: 0.1, qty: 1, sku: 'a' },
  { amount: 0.2, qty: 2, sku: 'b' },
  { amount: 0.3, qty: 3 },
];

const gaps: readonly Gap[] = [
  { topic: 'null is missing: it has no order', text: 'spend > 1', row: { spend: null }, ours: null, theirs: { error: 'T2010' } },
  {
    topic: 'null is missing: sums leave it out',
    text: '$sum(orders.amount)',
    row: { orders: [{ amount: null }, { amount: 2 }] },
    ours: 2,
    theirs: { error: 'T0412' },
  },
  {
    topic: 'null is missing: counts leave it out',
    text: '$count(orders.amount)',
    row: { orders: [{ amount: null }, { amount: 2 }] },
    ours: 1,
    theirs: 2,
  },
  { topic: 'null as a literal', text: 'spend = null', ours: { refused: 'formula.null-comparison' }, theirs: false },
  { topic: '= on missing is false', text: 'name = "a"', ours: false },
  { topic: '!= on missing is false', text: 'name != "a"', ours: false },
  { topic: 'not of = on missing is true', text: '$not(name = "a")', ours: true },
  { topic: 'order on missing is missing', text: 'spend < 1', ours: null },
  { topic: 'order on missing as a condition is false', text: 'spend < 1 ? "yes" : "no"', ours: 'no' },
  { topic: 'and casts both sides', text: 'spend > 1 and true', ours: false },
  { topic: 'or casts both sides', text: 'spend > 1 or true', ours: true },
  { topic: 'and stops before an error', text: 'visits != 0 and 1 / visits > 0', row: { visits: 0 }, ours: false },
  { topic: 'truth of an empty text', text: '$boolean(name)', row: { name: '' }, ours: false },
  { topic: 'truth of the text false', text: '$boolean(name)', row: { name: 'false' }, ours: true },
  { topic: 'truth of 0', text: 'visits ? 1 : 2', row: { visits: 0 }, ours: 2 },
  { topic: 'in with a missing value', text: 'name in ["a"]', ours: false },
  { topic: 'in compares without conversion', text: '"1" in [1]', ours: { refused: 'formula.compare-types' }, theirs: false },
  { topic: 'equality of different types', text: '1 = "1"', ours: { refused: 'formula.compare-types' }, theirs: false },
  { topic: 'order of different types', text: '"10" < 9', ours: { refused: 'formula.compare-types' }, theirs: { error: 'T2009' } },
  {
    topic: 'order of booleans',
    text: 'vip < true',
    row: { vip: false },
    ours: { refused: 'formula.order-boolean' },
    theirs: { error: 'T2010' },
  },
  { topic: '& takes missing as empty', text: 'name & "x"', ours: 'x' },
  { topic: 'numbers are doubles', text: 'spend + 0.2 = 0.3', row: { spend: 0.1 }, ours: false },
  { topic: 'whole numbers are exact to 2^53', text: 'spend', row: { spend: 9_007_199_254_740_992 }, ours: 9_007_199_254_740_992 },
  { topic: 'division by zero', text: '1 / visits', row: { visits: 0 }, ours: { error: 'number.not-finite' }, theirs: null },
  {
    topic: 'division by zero in a comparison',
    text: '1 / visits > 5',
    row: { visits: 0 },
    ours: { error: 'number.not-finite' },
    theirs: true,
  },
  { topic: 'remainder of zero', text: '1 % visits', row: { visits: 0 }, ours: { error: 'number.not-finite' }, theirs: null },
  { topic: 'the sign of a remainder', text: 'spend % 3', row: { spend: -7 }, ours: -1 },
  { topic: 'rounding is half to even', text: '$round(spend)', row: { spend: 2.5 }, ours: 2 },
  { topic: 'rounding goes by the decimal text', text: '$round(spend, 2)', row: { spend: 1.015 }, ours: 1.02 },
  { topic: 'a number as text has 15 digits', text: 'spend & ""', row: { spend: 0.1 + 0.2 }, ours: '0.3' },
  { topic: 'a whole number as text has no point', text: 'spend & ""', row: { spend: 1 }, ours: '1' },
  { topic: 'a small number as text', text: 'spend & ""', row: { spend: 1e-7 }, ours: '1e-7' },
  {
    topic: 'a whole number of 16 digits as text',
    text: 'spend & ""',
    row: { spend: 5_890_840_712_243_076 },
    ours: '5890840712243080',
    theirs: '5890840712243076',
  },
  {
    topic: 'a number from text with blanks',
    text: '$number(name)',
    row: { name: ' 12 ' },
    ours: { error: 'number.unreadable' },
    theirs: { error: 'D3030' },
  },
  {
    topic: 'a number from text with an underscore',
    text: '$number(name)',
    row: { name: '1_000' },
    ours: { error: 'number.unreadable' },
    theirs: { error: 'D3030' },
  },
  {
    topic: 'a number from the text inf',
    text: '$number(name)',
    row: { name: 'inf' },
    ours: { error: 'number.unreadable' },
    theirs: { error: 'D3030' },
  },
  { topic: 'a number from hexadecimal text', text: '$number(name)', row: { name: '0x1F' }, ours: 31 },
  {
    topic: 'the root of a negative number',
    text: '$sqrt(spend)',
    row: { spend: -1 },
    ours: { error: 'number.out-of-range' },
    theirs: { error: 'D3060' },
  },
  {
    topic: 'a power beyond doubles',
    text: '$power(spend, 1000)',
    row: { spend: 100 },
    ours: { error: 'number.out-of-range' },
    theirs: { error: 'D3061' },
  },
  { topic: 'length in code points', text: '$length(name)', row: { name: '😀é' }, ours: 2 },
  { topic: 'substring in code points', text: '$substring(name, 1, 1)', row: { name: '😀é' }, ours: 'é' },
  { topic: 'substring from the end', text: '$substring(name, -1)', row: { name: 'ab😀' }, ours: '😀' },
  { topic: 'order of texts by code point', text: 'name < city', row: { name: '～', city: '😀' }, ours: true, theirs: false },
  { topic: 'upper case beyond a–z', text: '$uppercase(name)', row: { name: 'straße' }, ours: 'STRAßE', theirs: 'STRASSE' },
  { topic: 'forms of é are different texts', text: 'name = "é"', row: { name: 'e\u0301' }, ours: false },
  { topic: 'trim makes runs of blanks one', text: '$trim(name)', row: { name: '  a \n b ' }, ours: 'a b' },
  { topic: 'trim leaves other blanks of Unicode', text: '$trim(name)', row: { name: '\u00a0a' }, ours: '\u00a0a' },
  {
    topic: 'blanks of regular expressions are ASCII',
    text: '$contains(name, /\\s/)',
    row: { name: 'a\u00a0b' },
    ours: false,
    theirs: true,
  },
  {
    topic: 'look-around',
    text: '$contains(name, /a(?=b)/)',
    row: { name: 'ab' },
    ours: { refused: 'formula.regex.look-around' },
    theirs: true,
  },
  { topic: 'the part before a text that is not there', text: '$substringBefore(name, "-")', row: { name: 'ab' }, ours: 'ab' },
  { topic: 'the part after a text that is not there', text: '$substringAfter(name, "-")', row: { name: 'ab' }, ours: 'ab' },
  {
    topic: 'a day that does not exist',
    text: '$toMillis(name)',
    row: { name: '2024-02-30' },
    ours: { error: 'date.unreadable' },
    theirs: 1_709_251_200_000,
  },
  {
    topic: 'a month that does not exist',
    text: '$toMillis(name)',
    row: { name: '2024-19-01' },
    ours: { error: 'date.unreadable' },
    theirs: null,
  },
  { topic: 'a clock', text: '$now()', ours: { refused: 'formula.refused.clock-instead' } },
  { topic: 'a sum over no lines is missing', text: '$sum(orders.amount)', row: { orders: [] }, ours: null },
  { topic: 'a sum over missing lines is missing', text: '$sum(orders.amount)', ours: null },
  { topic: 'the order of a sum', text: '$sum(orders.amount)', row: { orders: lines }, ours: 0.1 + 0.2 + 0.3 },
  {
    topic: 'extremes of texts',
    text: '$max(orders.sku)',
    row: { orders: lines },
    ours: { refused: 'formula.aggregate-type' },
    theirs: { error: 'T0412' },
  },
  {
    topic: 'a number as a predicate',
    text: '$sum(orders[qty].amount)',
    row: { orders: lines },
    ours: { refused: 'formula.predicate-number' },
    theirs: null,
  },
  { topic: 'a step that does not read the line', text: '$sum(orders.(1))', ours: { refused: 'formula.step-constant' }, theirs: null },
  {
    topic: 'a predicate that does not read the line',
    text: '$count(orders[vip])',
    row: { vip: true, orders: lines },
    ours: { refused: 'formula.name-of-customer' },
    theirs: 0,
  },
  {
    topic: 'several values as one',
    text: 'orders.sku',
    row: { orders: lines },
    ours: { refused: 'formula.values-as-value' },
    theirs: ['a', 'b'],
  },
  { topic: 'deep equality of what is written', text: '{"a": [1, 2]} = {"a": [1, 2]}', ours: true },
  { topic: 'deep equality of what can be missing', text: '[spend] = [1]', ours: { refused: 'formula.written-list' }, theirs: false },
  {
    topic: 'lines without the value they are sorted by',
    text: '(orders^(qty).sku)[-1]',
    row: { orders: [{ qty: 1, sku: 'a' }, { sku: 'b' }] },
    ours: 'a',
    theirs: 'b',
  },
  { topic: 'a function of two for each item', text: '$map([1.26], $round)', ours: { refused: 'formula.item-builtin' }, theirs: 1 },
  { topic: 'minus zero is zero', text: 'spend * -1 = 0', row: { spend: 0 }, ours: true },
  { topic: 'minus zero as text', text: '(spend * -1) & ""', row: { spend: 0 }, ours: '0' },
];

const untimed: Collection = { name: 'orders', fields: orders.fields };
const input = { fields, collections: [untimed] };

test.each(gaps)('$topic: $text', async ({ text, row = {}, ours, theirs }) => {
  const compiled = compileFormula(text, scopeFor(fields, [untimed]));
  if (typeof ours === 'object' && ours !== null && 'refused' in ours) {
    expect(compiled.diagnostics[0]?.code).toBe(ours['refused']);
  } else {
    expect(compiled.diagnostics).toEqual([]);
    const program = programOf(compiled, input);
    const record = { id: 'c', ...row };
    for (const mode of ['closures', 'generated'] as const) {
      const { values, notes } = decider(program, { mode }).values(record);
      const error = notes.find(({ at }) => at === 'answer')?.code;
      expect(error === undefined ? (values.get('answer') ?? null) : { error }).toEqual(ours);
    }
    const swept = await sweep(program, tableOf(program.input, [record], program.timeZone), { asOf: '2024-06-30', columns: ['answer'] });
    expect(columnValue(swept.columns['answer'], 0)).toEqual(typeof ours === 'object' ? null : ours);
  }
  if (text === '$now()') return;
  const value = await jsonata(text)
    .evaluate(row)
    .then((found: unknown) => JSON.parse(JSON.stringify(found ?? null)) as Json)
    .catch((error: { code: string }) => ({ error: error.code }));
  expect(value).toEqual(theirs === undefined ? ours : theirs);
});
