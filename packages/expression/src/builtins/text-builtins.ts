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
    },
    ([value]) => asText(value),
  ),
  tableBuiltin('length', { name: 'length', group: 'text', parameters: [text('text')], context: true }, whole),
  tableBuiltin('substring', {
    name: 'substring',
    group: 'text',
    parameters: [text('text'), number('start'), optional(number('length'))],
    context: true,
  }),
  tableBuiltin('substringBefore', {
    name: 'substringBefore',
    group: 'text',
    parameters: [text('text'), text('separator')],
    context: true,
  }),
  tableBuiltin('substringAfter', {
    name: 'substringAfter',
    group: 'text',
    parameters: [text('text'), text('separator')],
    context: true,
  }),
  tableBuiltin('uppercase', {
    name: 'uppercase',
    group: 'text',
    parameters: [text('text')],
    context: true,
  }),
  tableBuiltin('lowercase', { name: 'lowercase', group: 'text', parameters: [text('text')], context: true }),
  tableBuiltin('trim', { name: 'trim', group: 'text', parameters: [text('text')], context: true }),
  tableBuiltin('startsWith', {
    name: 'startsWith',
    group: 'text',
    parameters: [text('text'), text('start')],
  }),
  tableBuiltin('endsWith', {
    name: 'endsWith',
    group: 'text',
    parameters: [text('text'), text('end')],
  }),
];
