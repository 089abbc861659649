// Calls: of built-ins, and of functions written in the formula, whose bodies are put in place of the call.
import type { Span, Syntax, SyntaxOf } from '../syntax/tree.ts';
import { openFrame } from './frame.ts';
import type { Argument, Call, Lowering, LowerNode, Place } from './lowering.ts';
import { type FunctionShape, type Lambda, nothing, type Shape } from './shape.ts';

export const lowerCall: LowerNode<'call'> = (node, place, lowering) => callWith(node, [], place, lowering);

/** `value ~> $f` and `value ~> $f(x)` call with the value in front. */
export const lowerApply: LowerNode<'apply'> = (node, place, lowering) => {
  const left = lowering.lower(node.left, place);
  if (left === undefined) return undefined;
  if (left.kind === 'lambda' || left.kind === 'builtin') return lowering.report('formula.composition', node.span);
  const first = { shape: left, span: node.left.span };
  if (node.right.kind === 'call') return callWith(node.right, [first], place, lowering);
  const callee = calleeOf(node.right, place, lowering);
  return callee === undefined ? undefined : lowering.apply(callee, { args: [first], span: node.span, place });
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
  if (shape === undefined || shape.kind === 'lambda' || shape.kind === 'builtin') return shape;
  return lowering.report('formula.not-a-function', node.span, { written: lowering.text.slice(node.span.from, node.span.to) });
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

/** Puts the body of a function in place of its call. A function inside its own body has no end. */
export function inline(lambda: Lambda, call: Call, active: Set<Syntax>, lowering: Lowering): Shape | undefined {
  if (active.has(lambda.body)) return lowering.report('formula.recursion', call.span);
  const frame = openFrame(lambda.frame);
  for (const [at, parameter] of lambda.parameters.entries()) frame.set(parameter, call.args[at]?.shape ?? nothing);
  active.add(lambda.body);
  const result = lowering.lower(lambda.body, { context: lambda.context, frame });
  active.delete(lambda.body);
  return result;
}
