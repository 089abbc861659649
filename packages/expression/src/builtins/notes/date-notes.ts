// Examples and missing rules of the functions on days and instants. The as-of day of all examples is 2024-06-30.
import type { FunctionNotes } from './function-note.ts';

export const dateNotes = {
  asOf: {
    missing: { en: 'Never missing.', 'zh-CN': '不会缺失。' },
    examples: [
      { formula: '$asOf()', answer: '2024-06-30' },
      { formula: '$startOf($asOf(), "month")', answer: '2024-06-01' },
    ],
  },
  date: {
    examples: [
      { formula: '$date(code)', on: { code: '2024-01-31' }, answer: '2024-01-31' },
      { formula: '$date(seen_at)', on: { seen_at: '2024-01-31T18:30:00Z' }, answer: '2024-02-01' },
      { formula: '$date(code)', on: { code: '31.01.2024' }, error: 'date.unreadable' },
      { formula: '$date(code)', on: { code: '2024-02-30' }, error: 'date.unreadable' },
    ],
  },
  daysSince: {
    examples: [
      { formula: '$daysSince(last_order) <= 90', on: { last_order: '2024-06-18' }, answer: true },
      { formula: '$daysSince(last_order)', on: { last_order: '2024-06-18' }, answer: 12 },
      { formula: '$daysSince(last_order)', on: { last_order: '2024-07-02' }, answer: -2 },
      { formula: '$daysSince(last_order) > 90', answer: null },
    ],
  },
  daysBetween: {
    examples: [
      { formula: '$daysBetween(joined, last_order)', on: { joined: '2024-02-28', last_order: '2024-03-01' }, answer: 2 },
      { formula: '$daysBetween(joined, $asOf())', on: { joined: '2024-06-01' }, answer: 29 },
    ],
  },
  addDays: {
    examples: [
      { formula: '$addDays(last_order, 30)', on: { last_order: '2024-01-31' }, answer: '2024-03-01' },
      { formula: '$addDays(last_order, 30) < $asOf()', on: { last_order: '2024-01-31' }, answer: true },
      { formula: '$addDays(last_order, points)', on: { last_order: '2024-01-31', points: 9000000 }, error: 'date.out-of-range' },
    ],
  },
  year: {
    examples: [
      { formula: '$year(joined) = 2022', on: { joined: '2022-03-08' }, answer: true },
      { formula: '$year($asOf()) - $year(joined)', on: { joined: '2022-03-08' }, answer: 2 },
    ],
  },
  month: {
    examples: [
      { formula: '$month(birthday) = $month($asOf())', on: { birthday: '1990-06-12' }, answer: true },
      { formula: '$month(birthday)', answer: null },
    ],
  },
  day: {
    examples: [
      { formula: '$day(joined)', on: { joined: '2022-03-08' }, answer: 8 },
      { formula: '$day(seen_at)', on: { seen_at: '2024-01-31T18:30:00Z' }, answer: 1 },
    ],
  },
  weekday: {
    examples: [
      { formula: '$weekday(last_order)', on: { last_order: '2024-06-30' }, answer: 7 },
      { formula: '$weekday(last_order) >= 6', on: { last_order: '2024-06-28' }, answer: false },
    ],
  },
  startOf: {
    examples: [
      { formula: '$startOf(last_order, "month")', on: { last_order: '2024-05-20' }, answer: '2024-05-01' },
      { formula: '$startOf(last_order, "quarter")', on: { last_order: '2024-05-20' }, answer: '2024-04-01' },
      { formula: '$startOf(last_order, "week")', on: { last_order: '2024-06-30' }, answer: '2024-06-24' },
    ],
  },
  age: {
    examples: [
      { formula: '$age(birthday) >= 18', on: { birthday: '2006-06-30' }, answer: true },
      { formula: '$age(birthday)', on: { birthday: '1990-07-01' }, answer: 33 },
      { formula: '$age(birthday)', answer: null },
    ],
  },
  toMillis: {
    missing: {
      en: 'If an argument is missing, or the text is not written by the picture, the answer is missing.',
      'zh-CN': '任一参数缺失，或文本与格式不符，结果就缺失。',
    },
    examples: [
      { formula: '$toMillis(code)', on: { code: '2024-01-31T08:00:00+08:00' }, answer: 1706659200000 },
      { formula: '$toMillis(code, "[D01]/[M01]/[Y0001]")', on: { code: '31/01/2024' }, answer: 1706659200000 },
      { formula: '$toMillis(code, "[D01]/[M01]/[Y0001]")', on: { code: 'soon' }, answer: null },
      { formula: '$toMillis(code)', on: { code: '2024-02-30' }, error: 'date.unreadable', unlike: 'no-such-day' },
    ],
  },
  fromMillis: {
    examples: [
      { formula: '$fromMillis(points, "[Y0001]-[M01]-[D01]", "+0800")', on: { points: 1706659200000 }, answer: '2024-01-31' },
      { formula: '$fromMillis(points, "[FNn], [D1o] [MNn]")', on: { points: 1706659200000 }, answer: 'Wednesday, 31st January' },
      { formula: '$fromMillis(points)', on: { points: 1706659200000 }, answer: '2024-01-31T00:00:00.000Z' },
      { formula: '$fromMillis(points)', on: { points: -1e15 }, error: 'date.out-of-range', unlike: 'years' },
    ],
  },
} as const satisfies Readonly<Record<string, FunctionNotes>>;
