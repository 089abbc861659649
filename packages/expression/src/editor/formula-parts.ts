// The parts of a formula that are one value of the customer each, with their characters: for values shown beside the text.
import type { Expr, ValueType } from '@tierflow/definition';
import { collectDiagnostics } from '../diagnostics.ts';
import { openFrame } from '../lowering/frame.ts';
import { bind } from '../lowering/literal.ts';
import { createLowering } from '../lowering/lower.ts';
import { type Place, root, type Shape } from '../lowering/shape.ts';
import type { FormulaScope } from '../scope.ts';
import { parse } from '../syntax/parse.ts';
import type { Span, Syntax } from '../syntax/tree.ts';

export interface FormulaPart {
  readonly span: Span;
  readonly expr: Expr;
  readonly type: ValueType;
}

/**
 * The parts, the whole formula first, then in order of the text. Constants are left out, and so are pieces that stand for
 * something else each time: fields of lines, parameters of functions. A formula over a line, and one that does not compile, has none.
 */
export function formulaParts(text: string, scope: FormulaScope): readonly FormulaPart[] {
  if (scope.line !== undefined) return [];
  const diagnostics = collectDiagnostics();
  const tree = parse(text, diagnostics.report);
  if (tree === undefined) return [];
  const found = new Map<string, FormulaPart | 'several'>();
  const watch = (node: Syntax, shape: Shape | undefined) => note(node, shape, found);
  const lowering = createLowering({ text, scope, report: diagnostics.report, read: () => undefined, watch });
  const place: Place = { context: root, frame: openFrame() };
  if (tree.kind === 'bind') bind(tree, place, lowering);
  else lowering.lower(tree, place);
  if (diagnostics.list().length > 0) return [];
  const parts = [...found.values()].filter((part) => part !== 'several');
  return parts.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
}

function note(node: Syntax, shape: Shape | undefined, found: Map<string, FormulaPart | 'several'>): void {
  if (shape?.kind !== 'scalar' || shape.line !== undefined || shape.constant !== undefined) return;
  const key = `${node.span.from} ${node.span.to}`;
  const { expr, type } = shape;
  const before = found.get(key);
  const same = before === undefined || (before !== 'several' && JSON.stringify(before.expr) === JSON.stringify(expr));
  found.set(key, same ? { span: node.span, expr, type } : 'several');
}
