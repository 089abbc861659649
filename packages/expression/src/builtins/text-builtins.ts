// Functions on texts.
import { functionTable } from '@tierflow/definition';
import { call } from '../lowering/build-expr.ts';
import { ofType } from '../lowering/coerce.ts';
import { asText } from '../lowering/logic.ts';
import type { Argument, Call, Lowering } from '../lowering/lowering.ts';
import type { Shape } from '../lowering/shape.ts';
import type { Builtin } from './builtin.ts';
import { number, optional, scalarBuiltin, tableBuiltin, text } from './scalar-builtin.ts';

function lowerContains([text, part]: readonly Argument[], _site: Call, lowering: Lowering): Shape | undefined {
  if (text === undefined || part === undefined) return undefined;
  if (part.shape.kind === 'pattern') return lowering.report('formula.regex-unavailable', part.span);
  const whole = ofType(text.shape, 'string', text.span, lowering);
  const wanted = ofType(part.shape, 'string', part.span, lowering);
  return whole === undefined || wanted === undefined ? undefined : call('contains', [whole, wanted]);
}

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
  {
    name: 'contains',
    group: 'text',
    parameters: [text('text'), { name: 'part', type: 'regex' }],
    context: true,
    result: 'boolean',
    doc: functionTable.contains.doc,
    example: '$contains(email, "@qq.com")',
    lower: lowerContains,
  },
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
