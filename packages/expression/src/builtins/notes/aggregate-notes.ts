// Examples and missing rules of the functions that make one value of many. The four orders of the example customer:
// 2024-03-05 A-1 paid 120 × 2, 2024-05-20 B-7 refunded 80 × 1, 2024-06-18 A-1 paid 310 × 1, 2024-06-25 C-3 open, no amount.
import type { FunctionNotes } from './function-note.ts';

const leftOut = {
  en: 'Missing values are left out; of nothing the answer is missing.',
  'zh-CN': '缺失的值不参与计算；一个值都没有时结果缺失。',
} as const;

export const aggregateNotes = {
  sum: {
    missing: leftOut,
    examples: [
      { formula: '$sum(orders[status = "paid"].amount)', answer: 430 },
      { formula: '$sum(orders.(amount * qty))', answer: 630 },
      { formula: '$sum([spend, balance])', on: { spend: 12 }, answer: 12 },
      { formula: '$sum(orders.amount)', on: { orders: [] }, answer: null },
      { formula: '$sum(orders.amount) ?? 0', on: { orders: [] }, answer: 0 },
      { formula: '$sum([spend * 1e308, 1e308])', on: { spend: 1.5 }, error: 'number.not-finite', unlike: 'not-finite' },
    ],
  },
  count: {
    missing: { en: 'Missing values are not counted; the answer is never missing.', 'zh-CN': '缺失的值不计数；结果不会缺失，没有时为 0。' },
    examples: [
      { formula: '$count(orders)', answer: 4 },
      { formula: '$count(orders.amount)', answer: 3 },
      { formula: '$count(orders[amount > 100])', answer: 2 },
      { formula: '$count(orders)', on: { orders: [] }, answer: 0 },
    ],
  },
  average: {
    missing: leftOut,
    examples: [
      { formula: '$average(orders.amount)', answer: 170 },
      { formula: '$round($average(orders[status = "paid"].amount))', answer: 215 },
      { formula: '$average([points, visits])', on: { points: 4 }, answer: 4 },
      { formula: '$average(orders.amount)', on: { orders: [] }, answer: null },
      { formula: '$average([spend * 1e308, 1e308])', on: { spend: 1.5 }, error: 'number.not-finite', unlike: 'not-finite' },
    ],
  },
  max: {
    missing: leftOut,
    examples: [
      { formula: '$max(orders.amount)', answer: 310 },
      { formula: '$max(orders[status = "paid"].day)', answer: '2024-06-18', unlike: 'days' },
      { formula: '$max([points, 0])', answer: 0 },
      { formula: '$max(orders.amount)', on: { orders: [] }, answer: null },
    ],
  },
  min: {
    missing: leftOut,
    examples: [
      { formula: '$min(orders.amount)', answer: 80 },
      { formula: '$daysSince($min(orders.day))', answer: 117 },
      { formula: '$min([points, 100])', on: { points: 250 }, answer: 100 },
    ],
  },
  distinct: {
    missing: { en: 'Missing values are left out.', 'zh-CN': '缺失的值不计入。' },
    examples: [
      { formula: '$count($distinct(orders.sku))', answer: 3 },
      { formula: '$count($distinct(orders.amount))', answer: 3 },
      { formula: '$count($distinct(orders[status = "paid"].sku)) = 1', answer: true },
    ],
  },
} as const satisfies Readonly<Record<string, FunctionNotes>>;
