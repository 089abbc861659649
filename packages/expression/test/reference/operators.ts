// The operators of formulas, with their meaning and an example that is run.
import type { LocalText } from '@tierflow/definition';
import type { FunctionExample } from '../../src/index.ts';

interface Operator {
  readonly sign: string;
  readonly doc: LocalText;
  readonly example: FunctionExample;
}

export const operators: readonly Operator[] = [
  {
    sign: '+ - *',
    doc: { en: 'sum, difference, product of numbers', 'zh-CN': '数字的和、差、积' },
    example: { formula: '2 + 3 * 4', answer: 14 },
  },
  {
    sign: '/',
    doc: { en: 'quotient; a division by zero is an error of the row', 'zh-CN': '商；除以零是该行的错误' },
    example: { formula: 'spend / visits', on: { spend: 1280, visits: 8 }, answer: 160 },
  },
  {
    sign: '%',
    doc: { en: 'remainder, with the sign of the first number', 'zh-CN': '余数，符号与被除数相同' },
    example: { formula: '-7 % 3', answer: -1 },
  },
  {
    sign: '= !=',
    doc: { en: 'equal, not equal; both are false if a side is missing', 'zh-CN': '等于、不等于；任一侧缺失时都为假' },
    example: { formula: 'level != "gold"', on: { level: 'silver' }, answer: true },
  },
  {
    sign: '< <= > >=',
    doc: {
      en: 'order of numbers, days, instants and texts (by code point); missing if a side is missing',
      'zh-CN': '数字、日期、时刻、文本（按码位）的大小；任一侧缺失则结果缺失',
    },
    example: { formula: 'spend >= 1000', on: { spend: 1280 }, answer: true },
  },
  {
    sign: 'and or',
    doc: {
      en: 'both, at least one; 0, empty text and missing count as false; `and` binds more closely',
      'zh-CN': '且、或；0、空文本和缺失视为假；`and` 优先于 `or`',
    },
    example: { formula: 'spend > 1000 and vip', on: { spend: 1280 }, answer: false },
  },
  {
    sign: 'in',
    doc: { en: 'is one of a list, of the values of lines, or of the parts of a text', 'zh-CN': '是否在列表、明细的值或切分出的各部分之中' },
    example: { formula: '"A-1" in orders.sku', answer: true },
  },
  {
    sign: '&',
    doc: {
      en: 'texts joined; missing counts as empty; numbers and days become text',
      'zh-CN': '连接文本；缺失视为空；数字和日期先转为文本',
    },
    example: { formula: 'city & " " & visits', on: { city: 'Shanghai', visits: 3 }, answer: 'Shanghai 3' },
  },
  {
    sign: 'a ? b : c',
    doc: {
      en: 'b if a is true, otherwise c, or missing where `: c` is left out',
      'zh-CN': 'a 为真取 b，否则取 c；省略 `: c` 时，a 不为真则结果缺失',
    },
    example: { formula: 'spend > 1000 ? "high" : "low"', on: { spend: 12 }, answer: 'low' },
  },
  {
    sign: 'a ?? b',
    doc: { en: 'a, or b where a is missing', 'zh-CN': 'a；a 缺失时取 b' },
    example: { formula: 'city ?? "unknown"', on: { city: '' }, answer: '' },
  },
  {
    sign: 'a ?: b',
    doc: { en: 'a, or b where a is missing, 0, empty or false', 'zh-CN': 'a；a 缺失、为 0、为空或为假时取 b' },
    example: { formula: 'city ?: "unknown"', on: { city: '' }, answer: 'unknown' },
  },
  {
    sign: '.',
    doc: { en: 'a part of a name; a step over lines', 'zh-CN': '名称的一部分；对明细逐行取值' },
    example: { formula: '$sum(orders.amount)', answer: 510 },
  },
  {
    sign: '[ ]',
    doc: {
      en: 'a condition on lines; or a position from 0, negative from the end, in lines, lists and parts of a text',
      'zh-CN': '对明细的条件；或在明细、列表、切分各部分中的位置，从 0 起，负数从末尾算',
    },
    example: { formula: '$count(orders[amount > 100])', answer: 2 },
  },
  {
    sign: '^( )',
    doc: {
      en: 'lines in the order of a value, with `>` the largest first, to read one by its position',
      'zh-CN': '按某个值排列明细，加 `>` 为从大到小，再按位置取值',
    },
    example: { formula: '(orders^(day).amount)[0]', answer: 120 },
  },
  {
    sign: '~>',
    doc: { en: 'the value on the left is the first argument of the call on the right', 'zh-CN': '左侧的值作为右侧函数的第一个参数' },
    example: { formula: 'name ~> $length()', on: { name: 'Li Wei' }, answer: 6 },
  },
  {
    sign: '( ; ) :=',
    doc: {
      en: 'parts one after another; a name for a part; the last part is the answer',
      'zh-CN': '依次书写各部分，可给其中一部分起名；最后一部分是结果',
    },
    example: { formula: '($n := $count(orders); $n * $n)', answer: 16 },
  },
  {
    sign: '$ $$',
    doc: { en: 'the value at hand; the customer, inside lines', 'zh-CN': '当前的值；在明细中用 `$$` 指客户' },
    example: { formula: '$count(orders[amount > $$.points])', on: { points: 100 }, answer: 2 },
  },
];
