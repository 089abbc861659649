// Every difference between formulas and JSONata that is not a missing feature, by name: the words, a formula, and both answers.
// `unlike` of an example of the help names one of them.
import type { Json, LocalText } from '@tierflow/definition';

interface Difference {
  readonly name: string;
  readonly what: LocalText;
  readonly formula: string;
  readonly on?: { readonly [field: string]: Json };
  readonly here: { readonly answer: Json } | { readonly error: string } | { readonly refused: string };
  readonly jsonata: { readonly answer: Json } | { readonly error: string };
}

const oneNull = [
  { day: '2024-01-01', amount: null },
  { day: '2024-01-02', amount: 2 },
];

export const differences: readonly Difference[] = [
  {
    name: 'not-finite',
    what: {
      en: 'A result that is not a finite number is an error of the row where it arises; JSONata carries it on. A part that does not matter is not evaluated.',
      'zh-CN': '结果不是有限的数时，立即成为该行的错误；JSONata 会继续往下算。不影响结果的部分不会被计算。',
    },
    formula: '1 / visits > 5',
    on: { visits: 0 },
    here: { error: 'number.not-finite' },
    jsonata: { answer: true },
  },
  {
    name: 'unknown-name',
    what: { en: 'An unknown name is a mistake, not a missing value.', 'zh-CN': '未知的名称是书写错误，而不是缺失。' },
    formula: 'spent > 1 ? "yes" : "no"',
    here: { refused: 'formula.unknown-name-close' },
    jsonata: { answer: 'no' },
  },
  {
    name: 'types',
    what: { en: 'Values of different types cannot be compared.', 'zh-CN': '不同类型的值不能比较。' },
    formula: 'visits = "3"',
    on: { visits: 3 },
    here: { refused: 'formula.compare-types' },
    jsonata: { answer: false },
  },
  {
    name: 'null',
    what: {
      en: 'null in the data is missing; it is not counted, and sums leave it out.',
      'zh-CN': '数据中的 null 就是缺失：不计数，也不参与求和。',
    },
    formula: '$count(orders.amount)',
    on: { orders: oneNull },
    here: { answer: 1 },
    jsonata: { answer: 2 },
  },
  {
    name: 'as-of',
    what: {
      en: 'Lines of a collection with a time are seen up to the end of the as-of day.',
      'zh-CN': '有时间的明细只取截止日（含）以前的行。',
    },
    formula: '$count(orders)',
    on: { orders: [{ day: '2024-06-01' }, { day: '2024-07-10' }] },
    here: { answer: 1 },
    jsonata: { answer: 2 },
  },
  {
    name: 'instants',
    what: {
      en: 'An instant beside a day is the civil day of the instant in the time zone of the flow; in JSONata both are texts.',
      'zh-CN': '时刻与日期比较时，取该时刻在流程时区的日期；JSONata 把两者都当作文本。',
    },
    formula: 'seen_at >= "2024-02-01"',
    on: { seen_at: '2024-01-31T18:30:00Z' },
    here: { answer: true },
    jsonata: { answer: false },
  },
  {
    name: 'day-texts',
    what: { en: 'A text beside a day must be a day.', 'zh-CN': '与日期比较的文本必须是日期。' },
    formula: 'last_order > "2024-02-30"',
    on: { last_order: '2024-03-01' },
    here: { refused: 'formula.date-literal' },
    jsonata: { answer: true },
  },
  {
    name: 'days',
    what: { en: '$max and $min also take days.', 'zh-CN': '$max、$min 也可用于日期。' },
    formula: '$max(orders.day)',
    here: { answer: '2024-06-25' },
    jsonata: { error: 'T0412' },
  },
  {
    name: 'text-order',
    what: { en: 'Texts are ordered by code point, in JSONata by UTF-16 unit.', 'zh-CN': '文本按码位排序；JSONata 按 UTF-16 编码单元。' },
    formula: 'name < city',
    on: { name: '～', city: '😀' },
    here: { answer: true },
    jsonata: { answer: false },
  },
  {
    name: 'letters',
    what: { en: '$uppercase and $lowercase change the letters a–z only.', 'zh-CN': '$uppercase、$lowercase 只转换字母 a–z。' },
    formula: '$uppercase(name)',
    on: { name: 'Zoë' },
    here: { answer: 'ZOë' },
    jsonata: { answer: 'ZOË' },
  },
  {
    name: 'digits',
    what: { en: 'Whole numbers too are written with at most 15 significant digits.', 'zh-CN': '整数转为文本时同样最多 15 位有效数字。' },
    formula: '$string(points)',
    on: { points: 5890840712243076 },
    here: { answer: '5890840712243080' },
    jsonata: { answer: '5890840712243076' },
  },
  {
    name: 'leading-zeros',
    what: { en: 'A text such as "007" is no number.', 'zh-CN': '"007" 这样的文本不是数字。' },
    formula: '$number(code)',
    on: { code: '007' },
    here: { error: 'number.unreadable' },
    jsonata: { answer: 7 },
  },
  {
    name: 'missing-second',
    what: {
      en: 'Where a further argument is missing, the answer is missing; JSONata takes it as not given, or raises an error.',
      'zh-CN': '后面的参数缺失时结果也缺失；JSONata 当作没有给出，或者报错。',
    },
    formula: '$round(spend, points)',
    on: { spend: 1280 },
    here: { answer: null },
    jsonata: { answer: 1280 },
  },
  {
    name: 'no-lines',
    what: { en: 'An empty list of lines is as no lines: $exists is false.', 'zh-CN': '空的明细等同于没有明细：$exists 为假。' },
    formula: '$exists(orders)',
    on: { orders: [] },
    here: { answer: false },
    jsonata: { answer: true },
  },
  {
    name: 'sorted-missing',
    what: {
      en: 'Lines without the value they are sorted by are left out; JSONata puts them last.',
      'zh-CN': '排列明细时，没有排序值的行被略去；JSONata 把它们排在最后。',
    },
    formula: '(orders^(amount).sku)[-1]',
    here: { answer: 'A-1' },
    jsonata: { answer: 'C-3' },
  },
  {
    name: 'each-with-position',
    what: {
      en: 'A function given by its name gets each item only, never its position as a second argument: write function($x) { $round($x) }.',
      'zh-CN': '按名称给出的函数只得到每一项，位置不会成为第二个参数：请写 function($x) { $round($x) }。',
    },
    formula: '$sum($map([1.26, 2.26], $round))',
    here: { refused: 'formula.item-builtin' },
    jsonata: { answer: 3.3 },
  },
  {
    name: 'line-not-read',
    what: {
      en: 'A step or condition that does not read the line is refused; JSONata evaluates it once even over missing lines.',
      'zh-CN': '与行无关的取值或条件不接受；在 JSONata 中，即使没有明细也会计算一次。',
    },
    formula: '$sum(orders.(1))',
    on: { orders: null },
    here: { refused: 'formula.step-constant' },
    jsonata: { answer: 1 },
  },
  {
    name: 'number-condition',
    what: {
      en: 'A number read from the line is no condition; in JSONata it is a position.',
      'zh-CN': '从行中读出的数字不能当条件；在 JSONata 中它表示位置。',
    },
    formula: '$sum(orders[qty].amount)',
    here: { refused: 'formula.predicate-number' },
    jsonata: { answer: 80 },
  },
  {
    name: 'nested-sums',
    what: {
      en: 'An aggregate inside the lines of another is refused: it belongs into a column of its own.',
      'zh-CN': '在明细的行中不能再汇总明细：请先做成单独的列。',
    },
    formula: '$count(orders[amount >= $average($$.orders.amount)])',
    here: { refused: 'formula.aggregate-inside' },
    jsonata: { answer: 1 },
  },
  {
    name: 'blanks',
    what: { en: '\\s in regular expressions stands for the blanks of ASCII.', 'zh-CN': '正则表达式的 \\s 只表示 ASCII 空白。' },
    formula: '$contains(note, /a\\sb/)',
    on: { note: 'a\u00a0b' },
    here: { answer: false },
    jsonata: { answer: true },
  },
  {
    name: 'dot',
    what: { en: '. in regular expressions is every character but \\n.', 'zh-CN': '正则表达式的 . 表示除 \\n 以外的任何字符。' },
    formula: '$contains(note, /a.b/)',
    on: { note: 'a\u2028b' },
    here: { answer: true },
    jsonata: { answer: false },
  },
  {
    name: 'replace-nothing',
    what: { en: 'Where the text to replace is empty, nothing is found.', 'zh-CN': '要替换的文本为空时，不做替换。' },
    formula: '$replace(code, note, "-")',
    on: { code: 'abc', note: '' },
    here: { answer: 'abc' },
    jsonata: { error: 'D3010' },
  },
  {
    name: 'too-long',
    what: {
      en: 'More than 1,000 characters of $pad and 100,000 of $replace are an error of the row.',
      'zh-CN': '$pad 的结果超过 1,000 个字符、$replace 的结果超过 100,000 个字符，是该行的错误。',
    },
    formula: '$length($pad(code, 5000))',
    on: { code: '42' },
    here: { error: 'text.too-long' },
    jsonata: { answer: 5000 },
  },
  {
    name: 'no-such-day',
    what: { en: 'A day that does not exist is an error of the row.', 'zh-CN': '不存在的日期是该行的错误。' },
    formula: '$toMillis(code)',
    on: { code: '2024-02-30' },
    here: { error: 'date.unreadable' },
    jsonata: { answer: 1709251200000 },
  },
  {
    name: 'years',
    what: { en: 'Days and instants lie in the years 1 to 9999.', 'zh-CN': '日期和时刻只能在公元 1 至 9999 年之间。' },
    formula: '$fromMillis(points)',
    on: { points: -1e15 },
    here: { error: 'date.out-of-range' },
    jsonata: { answer: '-9719-04-05T22:13:20.000Z' },
  },
  {
    name: 'picture-range',
    what: { en: 'Pictures write numbers below 1e21.', 'zh-CN': '按格式书写的数字须小于 1e21。' },
    formula: '$formatNumber(spend * 1e12, "0")',
    on: { spend: 1e12 },
    here: { error: 'number.out-of-range' },
    jsonata: { answer: '1e+24' },
  },
  {
    name: 'depth',
    what: { en: 'A function may call itself at most 200 levels deep.', 'zh-CN': '函数调用自身最多 200 层。' },
    formula: '($f := function($n) { $n <= 1 ? 1 : $n + $f($n - 1) }; $f(250))',
    here: { refused: 'formula.recursion' },
    jsonata: { answer: 31375 },
  },
];
