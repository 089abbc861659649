// Signatures of functions written in a formula, `<n-s?:n>`: single values only.
import type { Span } from '../syntax/tree.ts';
import { ofType } from './coerce.ts';
import type { Lowering } from './lowering.ts';
import type { Argument, Call, Lambda, SignatureParameter } from './shape.ts';

const TYPES = { n: 'number', s: 'string', b: 'boolean', x: 'any' } as const;

/** The parameters of a signature; undefined where it speaks of lists, objects, functions or choices. */
export function readSignature(definition: string): readonly SignatureParameter[] | undefined {
  const match = /^<((?:[nsbx][-?]?)*)(?::[a-z(<>)]*)?>$/.exec(definition);
  if (match === null) return undefined;
  return [...(match[1] ?? '').matchAll(/([nsbx])([-?]?)/g)].map(([, letter, mark]) => ({
    type: TYPES[letter as keyof typeof TYPES],
    context: mark === '-',
    optional: mark === '?',
  }));
}

/** The arguments a signature asks for, the value at hand in front where it fills in; undefined, with an error, for others. */
export function signedArguments(lambda: Lambda, call: Call, lowering: Lowering): readonly Argument[] | undefined {
  const { signature } = lambda;
  if (signature === undefined) return call.args;
  const { context } = call.place;
  const lacking = signature.filter((parameter) => !parameter.optional).length - call.args.length;
  const filled = lacking === 1 && context.kind === 'scalar' && signature[0]?.context === true;
  const args: readonly Argument[] = filled ? [{ shape: context, span: call.span }, ...call.args] : call.args;
  if ((lacking > 0 && !filled) || args.length > signature.length) return reportCount(signature, call, lowering);
  const typed = args.map((arg, at) => typedArgument(arg, signature[at], arg.span, lowering));
  return typed.every((arg) => arg !== undefined) ? typed : undefined;
}

function typedArgument(arg: Argument, parameter: SignatureParameter | undefined, span: Span, lowering: Lowering): Argument | undefined {
  if (parameter === undefined || parameter.type === 'any' || arg.shape.kind === 'nothing') return arg;
  const shape = ofType(arg.shape, parameter.type, span, lowering);
  return shape === undefined ? undefined : { shape, span };
}

function reportCount(signature: readonly SignatureParameter[], call: Call, lowering: Lowering): undefined {
  const written = signature.map(({ type, optional }) => type + (optional ? '?' : '')).join(', ');
  return lowering.report('formula.argument-count', call.span, { signature: `function(${written})`, count: call.args.length });
}
