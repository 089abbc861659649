// A call by name of a built-in: the number of arguments, the value at hand as the first one, and refusals.
import { closest } from '../closest.ts';
import type { Lowering } from '../lowering/lowering.ts';
import { type Argument, type Call, isFunction, type Shape } from '../lowering/shape.ts';
import type { Builtin } from './builtin.ts';
import { refused } from './refused.ts';
import { builtins, signatureOf } from './table.ts';

export function callBuiltin(name: string, call: Call, lowering: Lowering): Shape | undefined {
  const builtin = builtins.get(name);
  if (builtin === undefined) return reportUnknown(name, call, lowering);
  const args = withContext(builtin, call);
  const required = builtin.parameters.filter((parameter) => parameter.optional !== true).length;
  if (args.length < required || args.length > builtin.parameters.length) {
    return lowering.report('formula.argument-count', call.span, { signature: signatureOf(builtin), count: call.args.length });
  }
  const misplaced = args.find(
    ({ shape }, at) => isFunction(shape) && builtin.takesFunctions !== true && builtin.parameters[at]?.type !== 'function',
  );
  if (misplaced !== undefined) return reportFunction(misplaced, lowering);
  const items = args.reduce((sum, { shape }) => sum + (shape.kind === 'list' ? shape.items.length : 0), 0);
  if (!lowering.spend(items, call.span)) return undefined;
  return builtin.lower(args, { ...call, args }, lowering);
}

/** `name.$uppercase()`: the value at hand fills in for the first argument. */
function withContext(builtin: Builtin, call: Call): readonly Argument[] {
  const required = builtin.parameters.filter((parameter) => parameter.optional !== true).length;
  if (builtin.context !== true || call.place.context.kind !== 'scalar' || call.args.length !== required - 1) return call.args;
  return [{ shape: call.place.context, span: call.span }, ...call.args];
}

function reportFunction({ span }: Argument, lowering: Lowering): undefined {
  return lowering.report('formula.function-as-value', span, { written: lowering.text.slice(span.from, span.to) });
}

function reportUnknown(name: string, { span, place }: Call, lowering: Lowering): undefined {
  const at = { from: span.from, to: Math.min(span.to, span.from + name.length + 1) };
  const refusal = refused.get(name);
  if (refusal?.instead !== undefined)
    return lowering.report(`formula.refused.${refusal.reason}-instead`, at, { name: `$${name}`, instead: refusal.instead });
  if (refusal !== undefined) return lowering.report(`formula.refused.${refusal.reason}`, at, { name: `$${name}` });
  const close = closest(name, [...builtins.keys(), ...place.frame.names()]);
  if (close === undefined) return lowering.report('formula.unknown-function', at, { name: `$${name}` });
  const repaired = `${lowering.text.slice(0, at.from)}$${close}${lowering.text.slice(at.to)}`;
  return lowering.report('formula.unknown-function-close', at, { name: `$${name}`, close: `$${close}` }, repaired);
}
