// Examples and missing rules of the functions on numbers.
import type { FunctionNotes } from './function-note.ts';

export const numberNotes = {
  number: {
    examples: [
      { formula: '$number(code) + 1', on: { code: '42' }, answer: 43 },
      { formula: '$number(vip)', on: { vip: true }, answer: 1 },
      { formula: '$number(code)', on: { code: '12 pieces' }, error: 'number.unreadable' },
      { formula: '$number(code)', on: { code: '007' }, error: 'number.unreadable', unlike: 'leading-zeros' },
    ],
  },
  abs: {
    examples: [
      { formula: '$abs(balance)', on: { balance: -35.5 }, answer: 35.5 },
      { formula: '$abs(balance) > 10', on: { balance: -35.5 }, answer: true },
    ],
  },
  floor: {
    examples: [
      { formula: '$floor(spend / 100)', on: { spend: 1280 }, answer: 12 },
      { formula: '$floor(balance)', on: { balance: -2.5 }, answer: -3 },
    ],
  },
  ceil: {
    examples: [
      { formula: '$ceil(spend / 100)', on: { spend: 1280 }, answer: 13 },
      { formula: '$ceil(balance)', on: { balance: -2.5 }, answer: -2 },
    ],
  },
  round: {
    examples: [
      { formula: '$round(spend / 3, 2)', on: { spend: 1280 }, answer: 426.67 },
      { formula: '$round(spend, -2)', on: { spend: 1280 }, answer: 1300 },
      { formula: '$round(spend)', on: { spend: 2.5 }, answer: 2 },
      { formula: '$round(spend, points)', on: { spend: 1280 }, answer: null, unlike: 'missing-second' },
      { formula: '$round(1.7e308, -308)', error: 'number.not-finite', unlike: 'not-finite' },
    ],
  },
  power: {
    examples: [
      { formula: '$power(1.05, visits)', on: { visits: 2 }, answer: 1.1025 },
      { formula: '$power(visits, 0.5)', on: { visits: 9 }, answer: 3 },
      { formula: '$power(spend, 1000)', on: { spend: 1280 }, error: 'number.out-of-range' },
    ],
  },
  sqrt: {
    examples: [
      { formula: '$sqrt(visits)', on: { visits: 16 }, answer: 4 },
      { formula: '$sqrt(balance)', on: { balance: -1 }, error: 'number.out-of-range' },
    ],
  },
  formatNumber: {
    examples: [
      { formula: '$formatNumber(spend, "#,##0.00")', on: { spend: 1280.5 }, answer: '1,280.50' },
      { formula: '$formatNumber(points / 100, "0%")', on: { points: 12.4 }, answer: '12%' },
      { formula: '$formatNumber(balance, "0.0;(0.0)")', on: { balance: -35.5 }, answer: '(35.5)' },
      { formula: '$formatNumber(spend * 1e12, "0")', on: { spend: 1e12 }, error: 'number.out-of-range', unlike: 'picture-range' },
    ],
  },
  formatBase: {
    examples: [
      { formula: '$formatBase(points, 16)', on: { points: 255 }, answer: 'ff' },
      { formula: '$formatBase(points)', on: { points: 12.4 }, answer: '12' },
      { formula: '$formatBase(points, visits)', on: { points: 255, visits: 40 }, error: 'number.out-of-range' },
    ],
  },
  formatInteger: {
    examples: [
      { formula: '$formatInteger(visits, "0000")', on: { visits: 42 }, answer: '0042' },
      { formula: '$formatInteger(visits, "1;o")', on: { visits: 3 }, answer: '3rd' },
      { formula: '$formatInteger(visits, "I")', on: { visits: 14 }, answer: 'XIV' },
      { formula: '$formatInteger(visits, "w")', on: { visits: 42 }, answer: 'forty-two' },
      { formula: '$formatInteger($power(visits, 20), "w")', on: { visits: 1000 }, error: 'number.out-of-range', unlike: 'picture-range' },
    ],
  },
  parseInteger: {
    examples: [
      { formula: '$parseInteger(code, "#,##0")', on: { code: '12,345' }, answer: 12345 },
      { formula: '$parseInteger(code, "I")', on: { code: 'XIV' }, answer: 14 },
      { formula: '$parseInteger(code, "#,##0")', on: { code: 'many' }, error: 'number.unreadable' },
    ],
  },
} as const satisfies Readonly<Record<string, FunctionNotes>>;
