// Examples and missing rules of the functions on true and false.
import type { FunctionNotes } from './function-note.ts';

export const logicNotes = {
  boolean: {
    examples: [
      { formula: '$boolean(tags)', on: { tags: '' }, answer: false },
      { formula: '$boolean(tags)', on: { tags: 'false' }, answer: true },
      { formula: '$boolean(visits)', on: { visits: 0 }, answer: false },
      { formula: '$boolean(visits)', answer: null },
    ],
  },
  not: {
    examples: [
      { formula: '$not(vip)', on: { vip: false }, answer: true },
      { formula: '$not(vip)', answer: null },
      { formula: '$not(level = "gold")', answer: true },
    ],
  },
  exists: {
    missing: { en: 'The answer is false; it is never missing.', 'zh-CN': '为假；结果不会缺失。' },
    examples: [
      { formula: '$exists(email)', on: { email: '' }, answer: true },
      { formula: '$exists(email)', answer: false },
      { formula: '$exists(orders[status = "refunded"])', answer: true },
      { formula: '$exists(orders)', on: { orders: [] }, answer: false, unlike: 'no-lines' },
    ],
  },
  type: {
    examples: [
      { formula: '$type([1, 2])', answer: 'array' },
      { formula: '$type(spend)', on: { spend: 12 }, answer: 'number' },
      { formula: '$type(spend)', answer: null },
    ],
  },
} as const satisfies Readonly<Record<string, FunctionNotes>>;
