// Built-ins over single values: arguments are brought to the parameters' types, then one expression is built.
import { type FunctionName, functionTable } from '@tierflow/definition';
import { call } from '../lowering/build-expr.ts';
import { ofType, scalarOf } from '../lowering/coerce.ts';
import { complete } from '../lowering/complete.ts';
import type { Lowering } from '../lowering/lowering.ts';
import type { Argument, Scalar } from '../lowering/shape.ts';
import type { BuildScalar, Builtin, BuiltinParameter } from './builtin.ts';

type Described = Omit<Builtin, 'lower' | 'doc' | 'result'>;

/** A built-in with its own expression. */
export function scalarBuiltin(described: Omit<Builtin, 'lower'>, build: BuildScalar): Builtin {
  return {
    ...described,
    lower: (args, site, lowering) => {
      const values = complete(args.map((arg, at) => argumentOf(arg, described.parameters[at], lowering)));
      const [first, ...rest] = values ?? [];
      if (first === undefined) return undefined;
      return build([first, ...rest], { call: site, lowering, spans: args.map(({ span }) => span) });
    },
  };
}

/** A built-in that is a function of the table, with its documentation. `decimals` of the result, where they are known. */
export function tableBuiltin(fn: FunctionName, described: Described, decimals?: (args: readonly Scalar[]) => number | undefined): Builtin {
  const { doc, result } = functionTable[fn];
  return scalarBuiltin({ ...described, doc, result }, (args) => call(fn, args, { decimals: decimals?.(args) }));
}

function argumentOf(arg: Argument, parameter: BuiltinParameter | undefined, lowering: Lowering): Scalar | undefined {
  switch (parameter?.type) {
    case 'boolean':
    case 'number':
    case 'string':
    case 'date':
    case 'datetime':
      return ofType(arg.shape, parameter.type, arg.span, lowering);
    default:
      return scalarOf(arg.shape, arg.span, lowering);
  }
}

export const text = (name: string): BuiltinParameter => ({ name, type: 'string' });
export const number = (name: string): BuiltinParameter => ({ name, type: 'number' });
export const date = (name: string): BuiltinParameter => ({ name, type: 'date' });
export const optional = (parameter: BuiltinParameter): BuiltinParameter => ({ ...parameter, optional: true });
