// The words of the reference page beyond its prose: headings of tables, groups of functions, types.
import type { ValueType } from '@tierflow/definition';
import type { BuiltinGroup, FunctionDoc, ParameterType } from '../../src/index.ts';

export type PageLanguage = 'en' | 'zh-CN';

interface PageWords {
  readonly formula: string;
  readonly customer: string;
  readonly answer: string;
  readonly missing: string;
  readonly error: (code: string) => string;
  readonly refused: (code: string) => string;
  readonly operator: string;
  readonly meaning: string;
  readonly difference: string;
  readonly here: string;
  readonly notFinite: string;
  readonly says: string;
  readonly code: string;
  readonly instead: string;
  readonly name: string;
  readonly parameters: string;
  readonly optional: string;
  readonly result: string;
  readonly ifMissing: string;
  readonly errors: string;
  readonly noErrors: string;
  readonly own: string;
  readonly comma: string;
  readonly colon: string;
  readonly groups: Readonly<Record<BuiltinGroup, string>>;
  readonly types: Readonly<Record<ParameterType, string>>;
  readonly results: Readonly<Record<Exclude<FunctionDoc['result'], ValueType>, string>>;
  /** A parameter with what it takes. */
  readonly parameter: (name: string, ...facts: readonly string[]) => string;
}

const en: PageWords = {
  formula: 'Formula',
  customer: 'Customer',
  answer: 'Answer',
  missing: 'missing',
  error: (code) => `error \`${code}\``,
  refused: (code) => `refused: \`${code}\``,
  operator: 'Operator',
  meaning: 'Meaning',
  difference: 'What',
  here: 'Here',
  notFinite: 'not a finite number',
  says: 'What the editor says',
  code: 'Code',
  instead: 'Write instead',
  name: 'Function',
  parameters: 'Parameters',
  optional: 'optional',
  result: 'Answer',
  ifMissing: 'Missing',
  errors: 'Errors of the row',
  noErrors: 'none',
  own: 'Not in JSONata.',
  comma: ', ',
  colon: ': ',
  groups: {
    text: 'Functions on texts',
    number: 'Functions on numbers',
    logic: 'Functions on true and false',
    date: 'Functions on days and instants',
    aggregate: 'Sums, counts, extremes',
    list: 'Functions on lists, tables and lines',
  },
  types: {
    boolean: 'true or false',
    number: 'number',
    string: 'text',
    date: 'day',
    datetime: 'instant',
    any: 'any value',
    values: 'value, list, or values of lines',
    lines: 'lines or list',
    function: 'function',
    regex: 'text or regular expression',
    object: 'written table',
    pattern: 'regular expression',
  },
  results: { values: 'list', same: 'of the type of the values' },
  parameter: (name, ...facts) => `\`${name}\` (${facts.join(', ')})`,
};

const zh: PageWords = {
  formula: '公式',
  customer: '客户',
  answer: '结果',
  missing: '缺失',
  error: (code) => `错误 \`${code}\``,
  refused: (code) => `不接受：\`${code}\``,
  operator: '运算符',
  meaning: '含义',
  difference: '差别',
  here: '本系统',
  notFinite: '不是有限的数',
  says: '编辑器的提示',
  code: '代码',
  instead: '改写为',
  name: '函数',
  parameters: '参数',
  optional: '可省略',
  result: '结果',
  ifMissing: '缺失时',
  errors: '该行可能的错误',
  noErrors: '无',
  own: 'JSONata 中没有这个函数。',
  comma: '、',
  colon: '：',
  groups: {
    text: '文本函数',
    number: '数字函数',
    logic: '真假函数',
    date: '日期与时刻函数',
    aggregate: '汇总函数',
    list: '列表、对照表与明细函数',
  },
  types: {
    boolean: '真假',
    number: '数字',
    string: '文本',
    date: '日期',
    datetime: '时刻',
    any: '任意值',
    values: '值、列表或明细的值',
    lines: '明细或列表',
    function: '函数',
    regex: '文本或正则表达式',
    object: '对照表',
    pattern: '正则表达式',
  },
  results: { values: '列表', same: '与各值类型相同' },
  parameter: (name, ...facts) => `\`${name}\`（${facts.join('，')}）`,
};

export const pageWords: Readonly<Record<PageLanguage, PageWords>> = { en, 'zh-CN': zh };
