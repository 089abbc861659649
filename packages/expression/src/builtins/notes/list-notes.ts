// Examples and missing rules of the functions on lists, tables and lines.
import type { FunctionNotes } from './function-note.ts';

const certain = {
  en: 'Every item must certainly be there; give those that may be missing a value with ??.',
  'zh-CN': '每一项都必须确定有值；可能缺失的项请用 ?? 给出默认值。',
} as const;

export const listNotes = {
  map: {
    missing: {
      en: 'Missing items stay out of the answer, and so does what the function leaves missing.',
      'zh-CN': '缺失的项不在结果中，函数没有给出值的项也一样。',
    },
    examples: [
      { formula: '$sum($map(orders, function($o) { $o.amount * $o.qty }))', answer: 630 },
      { formula: '$max($map([points, visits], function($x) { $x * 2 }))', on: { points: 4, visits: 9 }, answer: 18 },
      { formula: '$count($map([points, visits], function($x) { $x * 2 }))', on: { points: 4 }, answer: 1 },
    ],
  },
  filter: {
    missing: { en: 'An item for which the function’s value is missing is left out.', 'zh-CN': '函数的值缺失时，该项被去掉。' },
    examples: [
      { formula: '$count($filter(orders, function($o) { $o.amount > 100 }))', answer: 2 },
      { formula: '$sum($filter([points, visits], function($x) { $x > 5 }))', on: { points: 4, visits: 9 }, answer: 9 },
      { formula: '$count($filter(orders, function($o) { $o.amount < 1000 }))', answer: 3 },
    ],
  },
  reduce: {
    missing: certain,
    examples: [
      { formula: '$reduce([2, 3, 4], function($a, $b) { $a * $b })', answer: 24 },
      { formula: '$reduce([points ?? 0, visits ?? 0], function($a, $b) { $a + 2 * $b }, 100)', on: { points: 4 }, answer: 108 },
    ],
  },
  append: {
    missing: { en: 'Something missing adds no item.', 'zh-CN': '缺失的部分不添加任何项。' },
    examples: [
      { formula: 'city in $append(["Beijing", "Shanghai"], ["Shenzhen"])', on: { city: 'Shenzhen' }, answer: true },
      { formula: '$sum($append([1, 2], [3]))', answer: 6 },
      { formula: '$count($append([points], [visits]))', on: { points: 4 }, answer: 1 },
    ],
  },
  lookup: {
    missing: { en: 'A missing key, and a key that is not in the table, answer missing.', 'zh-CN': '键缺失，或表中没有该键，结果缺失。' },
    examples: [
      { formula: '$lookup({"gold": 3, "silver": 2}, level)', on: { level: 'gold' }, answer: 3 },
      { formula: '$lookup({"gold": 3, "silver": 2}, level)', on: { level: 'iron' }, answer: null },
      { formula: '$lookup({"gold": 3, "silver": 2}, level) ?? 0', answer: 0 },
    ],
  },
  reverse: {
    missing: certain,
    examples: [
      { formula: '$reverse(["a", "b", "c"])[0]', answer: 'c' },
      { formula: '$join($reverse(["new", "vip"]), " < ")', answer: 'vip < new' },
    ],
  },
  sort: {
    missing: {
      en: 'Lines without the value are left out; every item of a written list must be there.',
      'zh-CN': '没有该值的行被略去；写出的列表各项都必须有值。',
    },
    examples: [
      { formula: '$sort(orders.amount)[0]', answer: 80 },
      { formula: '$sort(orders, function($a, $b) { $a.day < $b.day })[0].sku', answer: 'C-3' },
      { formula: '$sort([30, 10, 20])[0]', answer: 10 },
      { formula: '$join($sort(["pear", "apple"]), ", ")', answer: 'apple, pear' },
    ],
  },
  single: {
    missing: certain,
    examples: [
      { formula: '$single([10, 20, 30], function($x) { $x > 25 })', answer: 30 },
      { formula: '$single(["gold"])', answer: 'gold' },
    ],
  },
  keys: {
    missing: { en: 'The table is written in the formula; its keys are always there.', 'zh-CN': '对照表写在公式里，键总是存在。' },
    examples: [
      { formula: 'level in $keys({"gold": 3, "silver": 2})', on: { level: 'gold' }, answer: true },
      { formula: '$count($keys({"gold": 3, "silver": 2}))', answer: 2 },
    ],
  },
  each: {
    missing: { en: 'What the function leaves missing stays out of the answer.', 'zh-CN': '函数没有给出值的条目不在结果中。' },
    examples: [
      { formula: '$sum($each({"a": 1, "b": 2}, function($v, $k) { $v * 10 }))', answer: 30 },
      { formula: '$join($each({"a": 1, "b": 2}, function($v, $k) { $k & "=" & $v }), "&")', answer: 'a=1&b=2' },
    ],
  },
  sift: {
    missing: { en: 'An entry for which the function’s value is missing is left out.', 'zh-CN': '函数的值缺失时，该条目被去掉。' },
    examples: [
      { formula: '$lookup($sift({"gold": 3, "iron": 1}, function($v) { $v > 1 }), level)', on: { level: 'gold' }, answer: 3 },
      { formula: '$lookup($sift({"gold": 3, "iron": 1}, function($v) { $v > 1 }), level)', on: { level: 'iron' }, answer: null },
    ],
  },
} as const satisfies Readonly<Record<string, FunctionNotes>>;
