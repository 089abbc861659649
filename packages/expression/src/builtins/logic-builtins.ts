// $boolean, $not, $exists.
import { call, literal } from '../lowering/build-expr.ts';
import { any, choose, exists } from '../lowering/choice.ts';
import { conditionOf, scalarOf, truthOfWritten } from '../lowering/coerce.ts';
import type { Lowering } from '../lowering/lowering.ts';
import { linesExist, partExists } from '../lowering/part-exists.ts';
import { distanceOf } from '../lowering/position.ts';
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

/** Of a list, an object or a function written in the formula as well, and of many values or a part of a record. */
function alsoOfWritten(of: (truth: Scalar) => Scalar, builtin: Builtin): Builtin {
  return {
    ...builtin,
    takesFunctions: true,
    lower: (args, call, lowering) => {
      const [arg] = args;
      if (arg === undefined) return undefined;
      const { shape, span } = arg;
      if (shape.kind === 'lines' || shape.kind === 'root' || shape.kind === 'row') return ofThere(of, arg, lowering);
      const written = shape.kind === 'list' || shape.kind === 'record' || isFunction(shape);
      if (!written) return builtin.lower(args, call, lowering);
      const found = truthOfWritten(shape, span, lowering);
      return found === undefined ? undefined : of(found);
    },
  };
}

/** Missing where nothing of it is there. */
function ofThere(of: (truth: Scalar) => Scalar, { shape, span }: Argument, lowering: Lowering): Scalar | undefined {
  const found = conditionOf(shape, span, lowering);
  if (found === undefined) return undefined;
  const there = shape.kind === 'lines' ? linesExist(shape, { span, lowering }) : found;
  return there === undefined ? undefined : choose(there, of(found));
}

function lowerExists(args: readonly Argument[], _call: Call, lowering: Lowering): Shape | undefined {
  const [arg] = args;
  if (arg === undefined) return undefined;
  const { shape, span } = arg;
  if (shape.kind === 'nothing') return literal(false);
  if (shape.kind === 'root' || shape.kind === 'row') return partExists(shape, { span, lowering });
  if (shape.kind === 'list')
    return shape.sequence !== true
      ? literal(true)
      : any(shape.items.map((item) => (item.kind === 'scalar' ? exists(item) : literal(true))));
  if (shape.kind === 'parts') return exists(shape.text);
  if (shape.kind === 'matches') return call('isTrue', [call('matches', [shape.text, shape.pattern])]);
  if (shape.kind === 'record' || isFunction(shape)) return literal(true);
  if (shape.kind === 'picked') return linesExist(shape.lines, { span, lowering }, distanceOf(shape.at));
  if (shape.kind === 'lines') return linesExist(shape, { span, lowering });
  const value = scalarOf(shape, span, lowering);
  return value === undefined ? undefined : exists(value);
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
