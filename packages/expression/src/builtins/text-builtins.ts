// Functions on texts.
import { asText } from '../lowering/logic.ts';
import type { Builtin } from './builtin.ts';
import { number, optional, scalarBuiltin, tableBuiltin, text } from './scalar-builtin.ts';

const whole = (): number => 0;

export const textBuiltins: readonly Builtin[] = [
  scalarBuiltin(
    {
      name: 'string',
      group: 'text',
      parameters: [{ name: 'value', type: 'any' }],
      context: true,
      result: 'string',
      doc: {
        en: 'The value as text: numbers with up to 15 significant digits, dates as YYYY-MM-DD.',
        'zh-CN': '转为文本：数字最多 15 位有效数字，日期为 YYYY-MM-DD。',
      },
      example: '$string(orders_count) & " orders"',
    },
    ([value]) => asText(value),
  ),
  tableBuiltin('length', { name: 'length', group: 'text', parameters: [text('text')], context: true, example: '$length(name) > 2' }, whole),
  tableBuiltin('substring', {
    name: 'substring',
    group: 'text',
    parameters: [text('text'), number('start'), optional(number('length'))],
    context: true,
    example: '$substring(phone, 0, 3)',
  }),
  tableBuiltin('substringBefore', {
    name: 'substringBefore',
    group: 'text',
    parameters: [text('text'), text('separator')],
    context: true,
    example: '$substringBefore(email, "@")',
  }),
  tableBuiltin('substringAfter', {
    name: 'substringAfter',
    group: 'text',
    parameters: [text('text'), text('separator')],
    context: true,
    example: '$substringAfter(email, "@")',
  }),
  tableBuiltin('uppercase', {
    name: 'uppercase',
    group: 'text',
    parameters: [text('text')],
    context: true,
    example: '$uppercase(country)',
  }),
  tableBuiltin('lowercase', { name: 'lowercase', group: 'text', parameters: [text('text')], context: true, example: '$lowercase(email)' }),
  tableBuiltin('trim', { name: 'trim', group: 'text', parameters: [text('text')], context: true, example: '$trim(city)' }),
  tableBuiltin('startsWith', {
    name: 'startsWith',
    group: 'text',
    parameters: [text('text'), text('start')],
    example: '$startsWith(phone, "138")',
  }),
  tableBuiltin('endsWith', {
    name: 'endsWith',
    group: 'text',
    parameters: [text('text'), text('end')],
    example: '$endsWith(email, ".cn")',
  }),
];
