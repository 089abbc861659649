// Literals, variables, blocks, functions, lists and objects written in a formula.

import { builtins } from '../builtins/table.ts';
import { limits } from '../limits.ts';
import type { Syntax, SyntaxOf } from '../syntax/tree.ts';
import { literal } from './build-expr.ts';
import { openFrame } from './frame.ts';
import type { Lowering, LowerNode } from './lowering.ts';
import { type Item, type List, nothing, type Place, type RecordShape, root, type Scalar, type Shape } from './shape.ts';
import { readSignature } from './signature.ts';

export const lowerLiteral: LowerNode<'literal'> = (node) => literal(node.value, node.decimals);

export const lowerNull: LowerNode<'null'> = (node, _place, { report }) => report('formula.null', node.span);

export const lowerRegex: LowerNode<'regex'> = (node) => ({ kind: 'pattern', source: node.pattern, flags: node.flags });

export const lowerLambda: LowerNode<'lambda'> = ({ parameters, body, signature, span }, { frame, context }, { report }) => {
  const lambda = { kind: 'lambda', parameters, body, frame, context } as const;
  if (signature === undefined) return lambda;
  const read = readSignature(signature);
  return read === undefined ? report('formula.unsupported.signature', span) : { ...lambda, signature: read };
};

/** The last part is the value; the parts before it set variables. */
export const lowerBlock: LowerNode<'block'> = (node, place, lowering) => {
  const inner: Place = { ...place, frame: openFrame(place.frame) };
  let last: Shape | undefined = nothing;
  for (const part of node.parts) last = part.kind === 'bind' ? bind(part, inner, lowering) : lowering.lower(part, inner);
  return last;
};

/** Sets a variable. Stands only in a block or at the top, where the order of setting is plain. */
export function bind(node: SyntaxOf<'bind'>, place: Place, lowering: Lowering): Shape | undefined {
  const value = node.value.kind === 'bind' ? bind(node.value, place, lowering) : lowering.lower(node.value, place);
  if (node.name === '' || node.name === '$') return lowering.report('formula.assignment-name', node.span, { found: `$${node.name}` });
  place.frame.set(node.name, value);
  return value;
}

export const lowerMisplacedBind: LowerNode<'bind'> = (node, _place, { report }) =>
  report('formula.assignment-place', node.span, { name: `$${node.name}` });

export const lowerVariable: LowerNode<'variable'> = (node, place, lowering) => {
  if (node.name === '') return place.context;
  if (node.name === '$') return root;
  const found = place.frame.look(node.name);
  if (found === 'failed') return undefined;
  if (found !== undefined) return found;
  const builtin = builtins.get(node.name);
  if (builtin !== undefined) return { kind: 'builtin', name: node.name, arity: builtin.parameters.length };
  return lowering.report('formula.unknown-variable', node.span, { name: `$${node.name}` });
};

/** A list written in a list stays one, any other is taken apart; what is missing drops out when the list is read. */
export const lowerArray: LowerNode<'array'> = (node, place, lowering) => {
  const items: Item[] = [];
  let failed = false;
  for (const item of node.items) {
    const found = item.kind === 'binary' && item.operator === '..' ? lowerRange(item, place, lowering) : itemsOf(item, place, lowering);
    if (found === undefined) failed = true;
    else items.push(...found);
    if (items.length > limits.list) return lowering.report('formula.list-too-long', node.span, { limit: limits.list });
  }
  return failed ? undefined : ({ kind: 'list', items } satisfies List);
};

function itemsOf(node: Syntax, place: Place, lowering: Lowering): readonly Item[] | undefined {
  const shape = lowering.lower(node, place);
  if (shape === undefined) return undefined;
  if (shape.kind === 'nothing') return [];
  if (shape.kind === 'scalar' || shape.kind === 'record') return [shape];
  if (shape.kind === 'list') return node.kind === 'array' ? [shape] : shape.items;
  const written = lowering.text.slice(node.span.from, node.span.to);
  return lowering.report('formula.list-item', node.span, { written });
}

function lowerRange(node: SyntaxOf<'binary'>, place: Place, lowering: Lowering): readonly Scalar[] | undefined {
  const from = lowering.lower(node.left, place);
  const to = lowering.lower(node.right, place);
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [wholeNumber(from), wholeNumber(to)];
  if (first === undefined || last === undefined) return lowering.report('formula.range', node.span);
  if (last - first >= limits.list) return lowering.report('formula.list-too-long', node.span, { limit: limits.list });
  const length = Math.max(0, last - first + 1);
  if (!lowering.spend(length, node.span)) return undefined;
  return Array.from({ length }, (_, at) => literal(first + at, 0));
}

function wholeNumber(shape: Shape): number | undefined {
  const value = shape.kind === 'scalar' ? shape.constant : undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/** An object with constant keys: a small table to look values up in. */
export const lowerObject: LowerNode<'object'> = (node, place, lowering) => {
  const fields = new Map<string, Shape>();
  let failed = false;
  for (const { key, value } of node.pairs) {
    const name = lowering.lower(key, place);
    const shape = lowering.lower(value, place);
    if (name === undefined || shape === undefined) failed = true;
    else if (name.kind !== 'scalar' || typeof name.constant !== 'string') failed = lowering.report('formula.object-key', key.span) ?? true;
    else if (fields.has(name.constant)) failed = lowering.report('formula.object-key-twice', key.span, { key: name.constant }) ?? true;
    else fields.set(name.constant, shape);
  }
  return failed ? undefined : ({ kind: 'record', fields } satisfies RecordShape);
};
