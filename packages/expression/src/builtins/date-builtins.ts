// Functions on days. JSONata has none of these; nothing here reads a clock.

import { asOf, call } from '../lowering/build-expr.ts';
import { dateFrom } from '../lowering/coerce.ts';
import type { Builtin, BuiltinParameter } from './builtin.ts';
import { date, number, scalarBuiltin, tableBuiltin } from './scalar-builtin.ts';

const whole = (): number => 0;
const day: readonly BuiltinParameter[] = [date('date')];
const UNITS = ['week', 'month', 'quarter', 'year'];

export const dateBuiltins: readonly Builtin[] = [
  {
    name: 'asOf',
    group: 'date',
    parameters: [],
    result: 'date',
    doc: { en: 'The day as of which people are judged.', 'zh-CN': '判定所依据的日期（截止日）。' },
    lower: () => asOf,
  },
  scalarBuiltin(
    {
      name: 'date',
      group: 'date',
      parameters: [{ name: 'value', type: 'any' }],
      context: true,
      result: 'date',
      doc: {
        en: 'The day of a text YYYY-MM-DD (otherwise an error of the row), or the day of an instant.',
        'zh-CN': '文本 YYYY-MM-DD 表示的日期（无法识别则为该行的错误），或时刻所在的日期。',
      },
    },
    ([value], { lowering, spans }) => {
      const span = spans[0] ?? { from: 0, to: 0 };
      if (value.type === 'date') return value;
      if (value.type === 'datetime') return call('dateOf', [value]);
      if (value.type !== 'string') return lowering.report('formula.wants-string', span, { found: value.type, instead: '"2024-01-31"' });
      return typeof value.constant === 'string' ? dateFrom(value.constant, span, lowering) : call('toDate', [value]);
    },
  ),
  scalarBuiltin(
    {
      name: 'daysSince',
      group: 'date',
      parameters: day,
      context: true,
      result: 'number',
      doc: { en: 'Whole days from a day to the as-of day.', 'zh-CN': '从某天到截止日的整天数。' },
    },
    ([from]) => call('daysBetween', [from, asOf], { decimals: 0 }),
  ),
  tableBuiltin('daysBetween', { name: 'daysBetween', group: 'date', parameters: [date('from'), date('to')] }, whole),
  tableBuiltin('addDays', {
    name: 'addDays',
    group: 'date',
    parameters: [date('date'), number('days')],
  }),
  tableBuiltin('yearOf', { name: 'year', group: 'date', parameters: day, context: true }, whole),
  tableBuiltin('monthOf', { name: 'month', group: 'date', parameters: day, context: true }, whole),
  tableBuiltin('dayOf', { name: 'day', group: 'date', parameters: day, context: true }, whole),
  tableBuiltin('weekdayOf', { name: 'weekday', group: 'date', parameters: day, context: true }, whole),
  scalarBuiltin(
    {
      name: 'startOf',
      group: 'date',
      parameters: [date('date'), { name: 'unit', type: 'string' }],
      result: 'date',
      doc: {
        en: 'First day of the day\'s "week", "month", "quarter" or "year".',
        'zh-CN': '所在 "week"、"month"、"quarter"、"year" 的第一天。',
      },
    },
    ([value, unit], { lowering, spans }) => {
      if (unit === undefined) return undefined;
      if (typeof unit.constant === 'string' && UNITS.includes(unit.constant))
        return call('startOf', [value, unit], { optional: value.optional });
      return lowering.report('formula.unit', spans[1] ?? { from: 0, to: 0 }, { units: UNITS.map((name) => `"${name}"`).join(', ') });
    },
  ),
  scalarBuiltin(
    {
      name: 'age',
      group: 'date',
      parameters: day,
      context: true,
      result: 'number',
      doc: { en: 'Full years from a day to the as-of day.', 'zh-CN': '从某天到截止日的整年数（周岁）。' },
    },
    ([from]) => call('age', [from, asOf], { decimals: 0 }),
  ),
];
