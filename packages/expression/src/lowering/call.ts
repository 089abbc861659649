// Calls: of built-ins, and of functions written in the formula, whose bodies are put in place of the call.
import { limits } from '../limits.ts';
import type { Span, Syntax, SyntaxOf } from '../syntax/tree.ts';
import { openFrame } from './frame.ts';
import type { Lowering, LowerNode } from './lowering.ts';
import { type Argument, type Call, type FunctionShape, isFunction, type Lambda, nothing, type Place, type Shape } from './shape.ts';
import { signedArguments } from './signature.ts';

export const lowerCall: LowerNode<'call'> = (node, place, lowering) => callWith(node, [], place, lowering);

/** `value ~> $f` and `value ~> $f(x)` call with the value in front. */
export const lowerApply: LowerNode<'apply'> = (node, place, lowering) => {
  const left = lowering.lower(node.left, place);
  if (left === undefined) return undefined;
  if (isFunction(left) && node.right.kind !== 'call') {
    const right = calleeOf(node.right, place, lowering);
    return right === undefined ? undefined : composed(left, right, node.left.span, lowering);
  }
  const first = { shape: left, span: node.left.span };
  if (node.right.kind === 'call') return callWith(node.right, [first], place, lowering);
  const callee = calleeOf(node.right, place, lowering);
  return callee === undefined ? undefined : lowering.apply(callee, { args: [first], span: node.span, place });
};

/** First one function, then the other on its result. */
function composed(first: FunctionShape, second: FunctionShape, span: Span, lowering: Lowering): Shape {
  return {
    kind: 'made',
    apply: (call) => {
      const shape = lowering.apply(first, call);
      return shape === undefined ? undefined : lowering.apply(second, { ...call, args: [{ shape, span }] });
    },
  };
}

/** `$f(?, 2)`: a function of what is left open. */
export const lowerPartial: LowerNode<'partial'> = (node, place, lowering) => {
  const callee = calleeOf(node.callee, place, lowering);
  const given = node.args.map((arg) => (arg === undefined ? 'open' : { shape: lowering.lower(arg, place), span: arg.span }));
  if (callee === undefined || !given.every((arg) => arg === 'open' || isLowered(arg))) return undefined;
  return {
    kind: 'made',
    apply: (call) => {
      const open = [...call.args];
      const args = given.map((arg) => (arg === 'open' ? (open.shift() ?? { shape: nothing, span: call.span }) : arg));
      return lowering.apply(callee, { ...call, args: args.filter(isLowered) });
    },
  };
};

function callWith(node: SyntaxOf<'call'>, before: readonly Argument[], place: Place, lowering: Lowering): Shape | undefined {
  const callee = calleeOf(node.callee, place, lowering);
  const args = node.args.map((arg) => ({ shape: lowering.lower(arg, place), span: arg.span }));
  if (callee === undefined || !args.every(isLowered)) return undefined;
  return lowering.apply(callee, { args: [...before, ...args], span: node.span, place });
}

function isLowered(arg: { readonly shape: Shape | undefined; readonly span: Span }): arg is Argument {
  return arg.shape !== undefined;
}

function calleeOf(node: Syntax, place: Place, lowering: Lowering): FunctionShape | undefined {
  const name = plainName(node);
  if (name !== undefined) {
    const instead = `$${name}`;
    const { from, to } = node.span;
    return lowering.report(
      'formula.call-without-dollar',
      node.span,
      { name, instead },
      lowering.text.slice(0, from) + instead + lowering.text.slice(to),
    );
  }
  const shape =
    node.kind === 'variable' && node.name !== '' && node.name !== '$' ? variableCalled(node.name, place) : lowering.lower(node, place);
  if (shape === 'failed') return undefined;
  if (shape === undefined || isFunction(shape)) return shape;
  const code = shape.kind === 'pattern' ? 'formula.regex-as-value' : 'formula.not-a-function';
  return lowering.report(code, node.span, { written: lowering.text.slice(node.span.from, node.span.to) });
}

/** A function of the formula, else the built-in of that name, known or not. */
function variableCalled(name: string, place: Place): Shape | 'failed' {
  return place.frame.look(name) ?? { kind: 'builtin', name };
}

/** `sum(x)`, where `$sum(x)` is meant. */
function plainName(node: Syntax): string | undefined {
  const [step] = node.kind === 'path' && node.steps.length === 1 ? node.steps : [];
  const named = step?.node ?? node;
  return named.kind === 'name' ? named.name : undefined;
}

/** Functions being put in place, and how deep they stand in themselves. */
export interface Inlining {
  readonly depth: Map<Syntax, number>;
  /** A function without end was met: nothing more is put in place. */
  ended: boolean;
}

/** Puts the body of a function in place of its call. One that calls itself ends where its conditions are constants. */
export function inline(lambda: Lambda, call: Call, inlining: Inlining, lowering: Lowering): Shape | undefined {
  const depth = inlining.depth.get(lambda.body) ?? 0;
  if (inlining.ended) return undefined;
  if (depth >= limits.recursion) {
    inlining.ended = true;
    return lowering.report('formula.recursion', call.span);
  }
  const args = signedArguments(lambda, call, lowering);
  if (args === undefined) return undefined;
  const frame = openFrame(lambda.frame);
  for (const [at, parameter] of lambda.parameters.entries()) frame.set(parameter, args[at]?.shape ?? nothing);
  inlining.depth.set(lambda.body, depth + 1);
  const result = lowering.lower(lambda.body, { context: lambda.context, frame, called: true });
  inlining.depth.set(lambda.body, depth);
  return result;
}
