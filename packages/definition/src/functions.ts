// The closed function table: the one place that says which functions exist, their signatures, what missing
// does, whether a call can fail, and their documentation. Evaluators and SQL dialects implement exactly these names.
import { type FunctionSpec, type Options, spec } from './function-spec.ts';
import { lifetimeFunctions } from './lifetime-functions.ts';

const falseIfMissing: Options = { missing: 'false', total: true };
const unknownIfMissing: Options = { missing: 'unknown' };
const own: Options = { missing: 'own' };
const ownTotal: Options = { missing: 'own', total: true };
const notFinite: Options = { raises: 'number.not-finite' };

/** Every function of the definition format, aggregates apart. A meaning never changes; a new meaning gets a new name. */
export const functionTable = {
  // Numbers
  add: spec(['number', 'number'], 'number', ['Sum of two numbers.', '两数之和。'], notFinite),
  sub: spec(['number', 'number'], 'number', ['First minus second.', '第一个数减第二个数。'], notFinite),
  mul: spec(['number', 'number'], 'number', ['Product of two numbers.', '两数之积。'], notFinite),
  div: spec(
    ['number', 'number'],
    'number',
    ['First divided by second; division by zero is an error of the row.', '第一个数除以第二个数；除以零是该行的错误。'],
    notFinite,
  ),
  mod: spec(['number', 'number'], 'number', ['Remainder with the sign of the dividend.', '余数，符号同被除数。'], notFinite),
  neg: spec(['number'], 'number', ['The number with its sign turned.', '相反数。']),
  abs: spec(['number'], 'number', ['Absolute value.', '绝对值。']),
  floor: spec(['number'], 'number', ['Largest integer not above.', '向下取整。']),
  ceil: spec(['number'], 'number', ['Smallest integer not below.', '向上取整。']),
  round: spec(
    ['number', 'number'],
    'number',
    ['Rounds half to even at a number of decimals (0 if not given).', '四舍六入五成双，可指定小数位数（默认 0）。'],
    { required: 1, raises: 'number.not-finite' },
  ),
  sqrt: spec(['number'], 'number', ['Square root; of a negative number an error of the row.', '平方根；负数是该行的错误。'], {
    raises: 'number.out-of-range',
  }),
  power: spec(['number', 'number'], 'number', ['First to the power of the second.', '乘方。'], { raises: 'number.out-of-range' }),
  least: spec(['number', 'number'], 'number', ['Smaller of the numbers that are there.', '已有数值中的较小者。'], {
    ...own,
    rest: 'number',
  }),
  greatest: spec(['number', 'number'], 'number', ['Larger of the numbers that are there.', '已有数值中的较大者。'], {
    ...own,
    rest: 'number',
  }),

  // Comparison, in formulas and in forms: missing → missing
  lt: spec(['any', 'same'], 'boolean', ['Less than. Text is ordered by code point.', '小于。文本按码位排序。'], unknownIfMissing),
  le: spec(['any', 'same'], 'boolean', ['Less than or equal.', '小于等于。'], unknownIfMissing),
  gt: spec(['any', 'same'], 'boolean', ['Greater than.', '大于。'], unknownIfMissing),
  ge: spec(['any', 'same'], 'boolean', ['Greater than or equal.', '大于等于。'], unknownIfMissing),
  // Equality: formulas answer false on missing, forms answer unknown
  eq: spec(['any', 'same'], 'boolean', ['Equal; false if either side is missing.', '等于；任一侧缺失时为假。'], falseIfMissing),
  ne: spec(['any', 'same'], 'boolean', ['Not equal; false if either side is missing.', '不等于；任一侧缺失时为假。'], falseIfMissing),
  in: spec(['any', 'list'], 'boolean', ['One of a list; false if missing.', '在列表中；缺失时为假。'], falseIfMissing),
  eq3: spec(['any', 'same'], 'boolean', ['Equal; unknown if either side is missing.', '等于；任一侧缺失时为未知。'], unknownIfMissing),
  ne3: spec(
    ['any', 'same'],
    'boolean',
    ['Not equal; unknown if either side is missing.', '不等于；任一侧缺失时为未知。'],
    unknownIfMissing,
  ),
  in3: spec(['any', 'list'], 'boolean', ['One of a list; unknown if missing.', '在列表中；缺失时为未知。'], unknownIfMissing),

  // Boolean
  and: spec(['boolean', 'boolean'], 'boolean', ['Both true; missing counts as false.', '两者皆真；缺失视为假。'], {
    ...ownTotal,
    rest: 'boolean',
  }),
  or: spec(['boolean', 'boolean'], 'boolean', ['At least one true; missing counts as false.', '至少一个为真；缺失视为假。'], {
    ...ownTotal,
    rest: 'boolean',
  }),
  not: spec(['boolean'], 'boolean', ['The opposite.', '取反。']),
  and3: spec(['boolean', 'boolean'], 'boolean', ['Kleene and: false wins over unknown.', '三值“且”：假优先于未知。'], {
    ...own,
    rest: 'boolean',
  }),
  or3: spec(['boolean', 'boolean'], 'boolean', ['Kleene or: true wins over unknown.', '三值“或”：真优先于未知。'], {
    ...own,
    rest: 'boolean',
  }),
  not3: spec(['boolean'], 'boolean', ['Kleene not: unknown stays unknown.', '三值“非”：未知仍为未知。'], unknownIfMissing),
  isTrue: spec(['boolean'], 'boolean', ['True; unknown becomes false.', '为真；未知视为假。'], ownTotal),
  isMissing: spec(['any'], 'boolean', ['No value is there.', '没有值。'], ownTotal),
  exists: spec(['any'], 'boolean', ['A value is there.', '有值。'], ownTotal),
  isBlank: spec(['any'], 'boolean', ['No value, or an empty text.', '没有值或为空文本。'], ownTotal),
  truthy: spec(
    ['any'],
    'boolean',
    ['As a boolean: 0, empty text and missing are false, dates are true.', '转为布尔值：0、空文本和缺失为假，日期为真。'],
    ownTotal,
  ),

  // Choice
  if: spec(
    ['boolean', 'any', 'same'],
    'same',
    ['Second if the first is true, else the third (missing if not given).', '条件为真取第二个，否则取第三个（未给出则缺失）。'],
    { ...own, required: 2 },
  ),
  case: spec(
    ['boolean', 'any'],
    'same',
    [
      'Pairs of condition and value, the first true one wins; a last single argument is the value otherwise.',
      '成对的条件与值，首个为真者生效；末尾单独的参数为默认值。',
    ],
    { ...own, rest: 'same' },
  ),
  coalesce: spec(['any', 'same'], 'same', ['The first value that is there.', '第一个存在的值。'], { ...own, rest: 'same' }),

  // Text
  concat: spec(['string', 'string'], 'string', ['Texts joined; missing counts as empty.', '连接文本；缺失视为空。'], {
    ...ownTotal,
    rest: 'string',
  }),
  length: spec(['string'], 'number', ['Number of characters (code points).', '字符数（按码位）。']),
  substring: spec(
    ['string', 'number', 'number'],
    'string',
    [
      'Characters from a position (from 0; negative from the end), at most a length.',
      '从某位置起的字符（从 0 起，负数从末尾算），可限长度。',
    ],
    { required: 2 },
  ),
  substringBefore: spec(['string', 'string'], 'string', [
    'The part before the first occurrence; the whole text if there is none.',
    '首次出现之前的部分；未出现则为全文。',
  ]),
  substringAfter: spec(['string', 'string'], 'string', [
    'The part after the first occurrence; the whole text if there is none.',
    '首次出现之后的部分；未出现则为全文。',
  ]),
  uppercase: spec(['string'], 'string', ['Letters a–z in upper case.', '字母 a–z 转大写。']),
  lowercase: spec(['string'], 'string', ['Letters A–Z in lower case.', '字母 A–Z 转小写。']),
  trim: spec(['string'], 'string', [
    'Blanks at both ends removed, runs of blanks inside made one.',
    '去除首尾空白，内部连续空白合并为一个。',
  ]),
  contains: spec(['string', 'string'], 'boolean', ['The second text occurs in the first.', '第一个文本包含第二个。'], unknownIfMissing),
  startsWith: spec(
    ['string', 'string'],
    'boolean',
    ['The first text begins with the second.', '第一个文本以第二个开头。'],
    unknownIfMissing,
  ),
  endsWith: spec(['string', 'string'], 'boolean', ['The first text ends with the second.', '第一个文本以第二个结尾。'], unknownIfMissing),
  pad: spec(
    ['string', 'number', 'string'],
    'string',
    [
      'Filled up to a number of characters, on the right, or with a negative number on the left; with blanks if the filling text is not given or empty. A fraction is cut off. More than 1,000 characters are an error of the row.',
      '补足到指定字符数：默认补在右侧，负数补在左侧；未给出填充文本或其为空时用空格。小数部分舍去；超过 1,000 个字符是该行的错误。',
    ],
    { required: 2, raises: 'text.too-long' },
  ),
  replace: spec(
    ['string', 'string', 'string', 'number'],
    'string',
    [
      'Every occurrence of the second text replaced by the third, from left to right; an empty second text is found nowhere. At most as often as the fourth says, if given. A result of more than 100,000 characters is an error of the row.',
      '把第二个文本的每次出现从左到右替换为第三个文本；第二个文本为空则不替换。可限次数。结果超过 100,000 个字符是该行的错误。',
    ],
    { required: 3, raises: 'text.too-long' },
  ),
  splitPart: spec(
    ['string', 'string', 'number'],
    'string',
    [
      'The part at a position (from 0; negative from the end) of the first text cut at every occurrence of the second; missing if there is none. An empty second text cuts nowhere.',
      '按第二个文本切分后某位置的部分（从 0 起，负数从末尾算）；没有则缺失。第二个文本为空则不切分。',
    ],
    own,
  ),
  splitCount: spec(['string', 'string'], 'number', [
    'Number of parts of the first text cut at every occurrence of the second; an empty second text cuts nowhere.',
    '按第二个文本切分得到的部分数；第二个文本为空则不切分。',
  ]),
  lookup: spec(
    ['string', 'texts', 'texts'],
    'string',
    [
      'The text that stands in the second list where the first list has this one, letter for letter; of equal ones the first counts. Missing where there is none.',
      '第一个列表中与该文本逐字相同的一项在第二个列表中对应的文本；有重复时取靠前者。没有则缺失。',
    ],
    own,
  ),
  matches: spec(
    ['string', 'string'],
    'boolean',
    [
      'A regular expression (second text, RE2 syntax, searched anywhere) is found in the first text.',
      '在第一个文本中找到正则表达式（第二个文本，RE2 语法，任意位置）。',
    ],
    { missing: 'unknown', raises: 'text.pattern' },
  ),
  matchPart: spec(
    ['string', 'string', 'number'],
    'string',
    [
      'A group (0: the whole) of the first match of a regular expression (RE2 syntax); missing if there is no match or the group took no part.',
      '正则表达式（RE2 语法）首次匹配的某个分组（0 为整体）；未匹配或该组未参与则缺失。',
    ],
    { ...own, raises: 'text.pattern' },
  ),
  replaceMatches: spec(
    ['string', 'string', 'string', 'number'],
    'string',
    [
      'Every match of a regular expression (RE2 syntax) replaced; in the third text $1 to $9 are groups (empty if they took no part), $0 is the match, $$ a dollar sign. At most as often as the fourth says, if given. A result of more than 100,000 characters is an error of the row.',
      '替换正则表达式（RE2 语法）的每次匹配；第三个文本中 $1 至 $9 为分组（未参与则为空），$0 为整体，$$ 为美元符号。可限次数。结果超过 100,000 个字符是该行的错误。',
    ],
    { required: 3, raises: 'text.too-long' },
  ),
  toString: spec(['any'], 'string', [
    'As text: numbers with up to 15 significant digits, dates as YYYY-MM-DD.',
    '转为文本：数字最多 15 位有效数字，日期为 YYYY-MM-DD。',
  ]),
  toNumber: spec(
    ['string'],
    'number',
    ['The number a text stands for; otherwise an error of the row.', '文本表示的数字；否则是该行的错误。'],
    { raises: 'number.unreadable' },
  ),

  formatNumber: spec(
    ['number', 'string'],
    'string',
    [
      'The number by a picture such as "#,##0.00" or "0%" (XPath format-number), rounded half to even; 1e21 and more are an error of the row.',
      '按格式书写数字，如 "#,##0.00"、"0%"（XPath format-number），四舍六入五成双；1e21 及以上是该行的错误。',
    ],
    { raises: 'number.out-of-range' },
  ),
  formatBase: spec(
    ['number', 'number'],
    'string',
    ['The rounded number in a base from 2 to 36 (10 if not given).', '四舍五入后的数在 2 至 36 进制下的文本（默认 10）。'],
    { required: 1, raises: 'number.out-of-range' },
  ),
  formatInteger: spec(
    ['number', 'string'],
    'string',
    [
      'The number, rounded down, by a picture such as "#,##0", "1;o", "I", "w" (XPath format-integer).',
      '向下取整后按格式书写，如 "#,##0"、"1;o"、"I"、"w"（XPath format-integer）。',
    ],
    { raises: 'number.out-of-range' },
  ),
  parseInteger: spec(
    ['string', 'string'],
    'number',
    [
      'The whole number that a text written by a picture stands for; otherwise an error of the row.',
      '按格式书写的文本表示的整数；否则是该行的错误。',
    ],
    { raises: 'number.unreadable' },
  ),
  fromMillis: spec(
    ['number', 'string', 'string'],
    'string',
    [
      'The instant of milliseconds since 1970 by a picture such as "[Y0001]-[M01]-[D01]" (ISO 8601 in UTC if not given), at a distance from UTC such as "+0800". Years 1 to 9999.',
      '自 1970 年起毫秒数表示的时刻，按格式书写，如 "[Y0001]-[M01]-[D01]"（默认 UTC 的 ISO 8601），可给出与 UTC 的差，如 "+0800"。年份 1 至 9999。',
    ],
    { required: 1, raises: 'date.out-of-range' },
  ),
  toMillis: spec(
    ['string', 'string'],
    'number',
    [
      'Milliseconds since 1970 of an ISO 8601 text, or of a text written by a picture (missing if it is not); UTC unless it names a zone. A day that does not exist is an error of the row.',
      'ISO 8601 文本或按格式书写的文本（不符则缺失）对应的 1970 年以来毫秒数；未注明时区则为 UTC。不存在的日期是该行的错误。',
    ],
    { ...own, required: 1, raises: 'date.unreadable' },
  ),

  // Dates
  dateOf: spec(['instant'], 'date', [
    "Civil day of an instant in the flow's time zone; a date stays itself.",
    '时刻在流程时区的日期；日期保持不变。',
  ]),
  daysBetween: spec(['date', 'date'], 'number', ['Whole days from the first day to the second.', '从第一个日期到第二个日期的整天数。']),
  addDays: spec(['date', 'number'], 'date', ['The day a number of days later.', '若干天之后的日期。'], { raises: 'date.out-of-range' }),
  yearOf: spec(['date'], 'number', ['Year of a day.', '年份。']),
  monthOf: spec(['date'], 'number', ['Month of a day, 1 to 12.', '月份（1–12）。']),
  dayOf: spec(['date'], 'number', ['Day of the month, 1 to 31.', '日（1–31）。']),
  weekdayOf: spec(['date'], 'number', ['Day of the week, Monday 1 to Sunday 7.', '星期（周一 1 至周日 7）。']),
  startOf: spec(
    ['date', 'string'],
    'date',
    ["First day of the day's 'week', 'month', 'quarter' or 'year'.", '所在周、月、季、年的第一天。'],
    { raises: 'date.unknown-unit' },
  ),
  age: spec(['date', 'date'], 'number', ['Full years from the first day to the second.', '两个日期之间的整年数（周岁）。']),
  toDate: spec(
    ['string'],
    'date',
    ['The day a text YYYY-MM-DD stands for; otherwise an error of the row.', '文本 YYYY-MM-DD 表示的日期；否则是该行的错误。'],
    { raises: 'date.unreadable' },
  ),

  // Scores
  bin: spec(['number', 'numbers'], 'number', [
    '1 + number of cuts below the value: an equal value belongs to the lower bin.',
    '1 + 小于该值的分界值个数：相等归入较低档。',
  ]),
  binLeft: spec(['number', 'numbers'], 'number', [
    '1 + number of cuts at or below the value: an equal value belongs to the higher bin.',
    '1 + 小于等于该值的分界值个数：相等归入较高档。',
  ]),
  step: spec(['number', 'numbers', 'numbers'], 'number', [
    'The point of the band the value falls in: bands begin at ascending edges (inclusive), points has one more entry than edges.',
    '按区间取分：分界值升序（含），分值比分界值多一个。',
  ]),
  minmax: spec(['number', 'number', 'number'], 'number', [
    'Where the value lies between a low and a high end, 0 to 1; beyond is cut; 0 if both ends are equal.',
    '在上下限之间的位置（0–1），超出则截断；上下限相等为 0。',
  ]),
  zscore: spec(['number', 'number', 'number'], 'number', [
    'Distance from the mean in standard deviations; 0 if the deviation is 0.',
    '与均值的标准差距离；标准差为 0 时为 0。',
  ]),
  percentileOf: spec(['number', 'numbers'], 'number', ['Share of cuts below the value, 0 to 1.', '小于该值的分界值占比（0–1）。']),
  nearest: spec(
    ['numbers', 'number'],
    'number',
    [
      'Number of the nearest centroid, from 1 on; of equally near ones the first. The list holds one centroid after another, each with a number for every further argument; distances are sums of squares from the first argument to the last. Missing without a centroid.',
      '最近质心的编号，从 1 起；同样近时取靠前者。列表依次为各质心，每个质心对应其后各参数；距离为从第一个参数到最后一个的平方和。没有质心则缺失。',
    ],
    { rest: 'number' },
  ),
  nearestMargin: spec(
    ['numbers', 'number'],
    'number',
    [
      'How clearly the nearest centroid is the nearest: 1 − its distance over that of the second nearest, from 0 (just as near) to 1. Arguments as for the nearest.',
      '最近质心的明确程度：1 减去最近与次近质心距离之比，从 0（一样近）到 1。参数同上。',
    ],
    { rest: 'number' },
  ),
  textAt: spec(['choices', 'number'], 'string', [
    'The text at a place of a list, from 1 on; missing where there is none.',
    '列表中某位置的文本，从 1 起；没有则缺失。',
  ]),
  numberAt: spec(['numbers', 'number'], 'number', [
    'The number at a place of a list, from 1 on; missing where there is none.',
    '列表中某位置的数字，从 1 起；没有则缺失。',
  ]),
  hashShare: spec(['string', 'string'], 'number', [
    'A stable number in [0,1) from a salt and a key.',
    '由盐值和键得出的稳定随机数 [0,1)。',
  ]),

  // Customer lifetime value
  ...lifetimeFunctions,
} as const satisfies Record<string, FunctionSpec>;

export type FunctionName = keyof typeof functionTable;

/** The spec of a name, or undefined for a function that does not exist. */
export function functionSpec(name: string): FunctionSpec | undefined {
  return Object.hasOwn(functionTable, name) ? functionTable[name as FunctionName] : undefined;
}

/** Aggregates need these as well; the names share one list with functions in `requires`. */
export const aggregateNames = ['count', 'sum', 'mean', 'min', 'max', 'first', 'last', 'distinct', 'firstRule'] as const;
