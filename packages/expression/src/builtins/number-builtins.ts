// Functions on numbers.
import { call, literal } from '../lowering/build-expr.ts';
import { chooseFirst } from '../lowering/choice.ts';
import type { Scalar } from '../lowering/shape.ts';
import type { Builtin } from './builtin.ts';
import { number, optional, scalarBuiltin, tableBuiltin } from './scalar-builtin.ts';

const whole = (): number => 0;
const asFirst = ([first]: readonly Scalar[]): number | undefined => first?.decimals;

function roundDecimals([, digits]: readonly Scalar[]): number | undefined {
  if (digits === undefined) return 0;
  const { constant } = digits;
  return typeof constant === 'number' && Number.isInteger(constant) && constant <= 15 ? Math.max(0, constant) : undefined;
}

export const numberBuiltins: readonly Builtin[] = [
  scalarBuiltin(
    {
      name: 'number',
      group: 'number',
      parameters: [{ name: 'value', type: 'any' }],
      context: true,
      result: 'number',
      doc: {
        en: 'The number a text stands for (otherwise an error of the row); true is 1, false is 0.',
        'zh-CN': '文本表示的数字（无法识别则为该行的错误）；真为 1，假为 0。',
      },
    },
    ([value], { lowering, spans }) => {
      if (value.type === 'number') return value;
      if (value.type === 'string') return call('toNumber', [value]);
      if (value.type === 'boolean')
        return chooseFirst([
          [value, literal(1, 0)],
          [call('not', [value]), literal(0, 0)],
        ]);
      const span = spans[0] ?? { from: 0, to: 0 };
      return lowering.report('formula.wants-string', span, { found: value.type, instead: '$daysSince(…)' });
    },
  ),
  tableBuiltin('abs', { name: 'abs', group: 'number', parameters: [number('number')], context: true }, asFirst),
  tableBuiltin('floor', { name: 'floor', group: 'number', parameters: [number('number')], context: true }, whole),
  tableBuiltin('ceil', { name: 'ceil', group: 'number', parameters: [number('number')], context: true }, whole),
  tableBuiltin(
    'round',
    {
      name: 'round',
      group: 'number',
      parameters: [number('number'), optional(number('decimals'))],
      context: true,
    },
    roundDecimals,
  ),
  tableBuiltin('power', {
    name: 'power',
    group: 'number',
    parameters: [number('base'), number('exponent')],
    context: true,
  }),
  tableBuiltin('sqrt', { name: 'sqrt', group: 'number', parameters: [number('number')], context: true }),
];
