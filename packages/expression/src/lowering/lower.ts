// Syntax tree → shape, by one record of all node kinds. Counts its steps, so that no formula is checked without end.

import { callBuiltin } from '../builtins/call-builtin.ts';
import type { Report } from '../diagnostics.ts';
import { limits } from '../limits.ts';
import type { FormulaScope } from '../scope.ts';
import type { Span, Syntax, SyntaxKind, SyntaxOf } from '../syntax/tree.ts';
import { isArithmetic, lowerArithmetic, lowerNegate } from './arithmetic.ts';
import { type Inlining, inline, lowerApply, lowerCall, lowerPartial } from './call.ts';
import { isComparison, lowerComparison } from './comparison.ts';
import { lowerCondition, lowerDefault } from './condition.ts';
import {
  lowerArray,
  lowerBlock,
  lowerLambda,
  lowerLiteral,
  lowerMisplacedBind,
  lowerNull,
  lowerObject,
  lowerRegex,
  lowerVariable,
} from './literal.ts';
import { lowerAndOr, lowerConcat } from './logic.ts';
import type { Lowering, LowerNode } from './lowering.ts';
import { prefixesOf } from './member.ts';
import { lowerMembership } from './membership.ts';
import { lowerName, lowerPath } from './path.ts';
import type { Shape } from './shape.ts';

const lowerBinary: LowerNode<'binary'> = (node, place, lowering) => {
  const { operator } = node;
  if (isArithmetic(operator)) return lowerArithmetic(node, place, lowering);
  if (isComparison(operator)) return lowerComparison(operator, node, place, lowering);
  if (operator === 'and' || operator === 'or') return lowerAndOr(operator, node, place, lowering);
  if (operator === '&') return lowerConcat(node, place, lowering);
  if (operator === 'in') return lowerMembership(node, place, lowering);
  return lowering.report('formula.range', node.span);
};

const LOWER: { readonly [K in SyntaxKind]: LowerNode<K> } = {
  literal: lowerLiteral,
  null: lowerNull,
  name: lowerName,
  variable: lowerVariable,
  path: lowerPath,
  sort: (node, _place, { report }) => report('formula.sort', node.span),
  negate: lowerNegate,
  binary: lowerBinary,
  default: lowerDefault,
  condition: lowerCondition,
  block: lowerBlock,
  bind: lowerMisplacedBind,
  call: lowerCall,
  apply: lowerApply,
  partial: lowerPartial,
  lambda: lowerLambda,
  array: lowerArray,
  object: lowerObject,
  regex: lowerRegex,
  unsupported: (node, _place, { report }) => report(`formula.unsupported.${node.form}`, node.span),
};

export interface LoweringParts {
  readonly text: string;
  readonly scope: FormulaScope;
  readonly report: Report;
  readonly read: (name: string) => void;
  /** Told of every node that was lowered. */
  readonly watch?: (node: Syntax, shape: Shape | undefined) => void;
}

/** What lowering one formula needs; made anew for each. */
export function createLowering({ text, scope, report, read, watch }: LoweringParts): Lowering {
  let steps = 0;
  let lines = 0;
  const inlining: Inlining = { depth: new Map(), ended: false };
  const spend = (count: number, span: Span): boolean => {
    const before = steps;
    steps += count;
    if (before <= limits.steps && steps > limits.steps) report('formula.too-large', span, { limit: limits.nodes });
    return steps <= limits.steps;
  };
  const prefixes = lazyPrefixes(scope);
  const lowering: Lowering = {
    spend,
    isPrefix: (start) => prefixes().has(start),
    scope,
    report,
    text,
    read,
    nextLine: () => {
      lines += 1;
      return lines;
    },
    lower: (node, place) => {
      if (!spend(1, node.span)) return undefined;
      const lower = LOWER[node.kind] as LowerNode<SyntaxKind>;
      const shape = withinLimits(lower(node as SyntaxOf<SyntaxKind>, place, lowering), node, report);
      watch?.(node, shape);
      return shape;
    },
    apply: (callee, call) => {
      if (callee.kind === 'made') return spend(1, call.span) ? callee.apply(call) : undefined;
      return callee.kind === 'lambda' ? inline(callee, call, inlining, lowering) : callBuiltin(callee.name, call, lowering);
    },
  };
  return lowering;
}

/** All `a.` and `a.b.` of names with dots, found once they are asked for. */
function lazyPrefixes(scope: FormulaScope): () => ReadonlySet<string> {
  let found: ReadonlySet<string> | undefined;
  return () => (found ??= new Set(scope.names().flatMap(prefixesOf)));
}

function withinLimits(shape: Shape | undefined, node: Syntax, report: Report): Shape | undefined {
  if (shape?.kind !== 'scalar') return shape;
  if (shape.size > limits.nodes) return report('formula.too-large', node.span, { limit: limits.nodes });
  if (shape.depth > limits.depth) return report('formula.too-deep', node.span, { limit: limits.depth });
  return shape;
}
