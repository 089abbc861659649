// $boolean, $not, $exists.
import { aggregate, freshLines } from '../lowering/aggregate.ts';
import { call, literal } from '../lowering/build-expr.ts';
import { any, choose, exists } from '../lowering/choice.ts';
import { scalarOf, truthOfWritten } from '../lowering/coerce.ts';
import type { Lowering } from '../lowering/lowering.ts';
import { type Argument, type Call, isFunction, type Scalar, type Shape } from '../lowering/shape.ts';
import type { Builtin } from './builtin.ts';
import { scalarBuiltin } from './scalar-builtin.ts';

/** Truth as JSONata casts it; missing stays missing. */
function truth(value: Scalar): Scalar {
  if (value.type === 'boolean') return value;
  const cast = call('truthy', [value]);
  return value.optional ? choose(exists(value), cast) : cast;
}

function negation(value: Scalar): Scalar {
  if (value.type === 'boolean') return call('not', [value]);
  const cast = call('not', [call('truthy', [value])]);
  return value.optional ? choose(exists(value), cast) : cast;
}

/** Of a list, an object or a function written in the formula as well. */
function alsoOfWritten(of: (truth: Scalar) => Scalar, builtin: Builtin): Builtin {
  return {
    ...builtin,
    takesFunctions: true,
    lower: (args, call, lowering) => {
      const [arg] = args;
      const written = arg !== undefined && (arg.shape.kind === 'list' || arg.shape.kind === 'record' || isFunction(arg.shape));
      if (!written) return builtin.lower(args, call, lowering);
      const found = truthOfWritten(arg.shape, arg.span, lowering);
      return found === undefined ? undefined : of(found);
    },
  };
}

function lowerExists(args: readonly Argument[], _call: Call, lowering: Lowering): Shape | undefined {
  const [arg] = args;
  if (arg === undefined) return undefined;
  const { shape, span } = arg;
  if (shape.kind === 'nothing') return literal(false);
  if ((shape.kind === 'root' || shape.kind === 'row') && shape.prefix === '') return literal(true);
  if (shape.kind === 'list')
    return shape.sequence !== true
      ? literal(true)
      : any(shape.items.map((item) => (item.kind === 'scalar' ? exists(item) : literal(true))));
  if (shape.kind === 'parts') return exists(shape.text);
  if (shape.kind === 'matches') return call('isTrue', [call('matches', [shape.text, shape.pattern])]);
  if (shape.kind === 'record' || isFunction(shape)) return literal(true);
  const counted = shape.kind === 'picked' ? shape.lines : shape;
  if (counted.kind !== 'lines') {
    const value = scalarOf(shape, span, lowering);
    return value === undefined ? undefined : exists(value);
  }
  const lines = freshLines(counted, lowering);
  const count = aggregate('count', lines, lines.value === undefined ? {} : { value: lines.value }, { span, lowering });
  return count === undefined ? undefined : call('gt', [count, literal(0, 0)]);
}

export const logicBuiltins: readonly Builtin[] = [
  alsoOfWritten(
    (truth) => truth,
    scalarBuiltin(
      {
        name: 'boolean',
        group: 'logic',
        parameters: [{ name: 'value', type: 'any' }],
        context: true,
        result: 'boolean',
        doc: {
          en: 'As true or false: 0 and empty text are false; missing stays missing.',
          'zh-CN': '转为真假：0 和空文本为假；缺失仍为缺失。',
        },
      },
      ([value]) => truth(value),
    ),
  ),
  alsoOfWritten(
    negation,
    scalarBuiltin(
      {
        name: 'not',
        group: 'logic',
        parameters: [{ name: 'value', type: 'any' }],
        result: 'boolean',
        doc: { en: 'The opposite; missing stays missing.', 'zh-CN': '取反；缺失仍为缺失。' },
      },
      ([value]) => negation(value),
    ),
  ),
  {
    name: 'exists',
    takesFunctions: true,
    group: 'logic',
    parameters: [{ name: 'value', type: 'values' }],
    result: 'boolean',
    doc: { en: 'A value is there; for lines: at least one.', 'zh-CN': '有值；对明细：至少有一行。' },
    lower: lowerExists,
  },
];
