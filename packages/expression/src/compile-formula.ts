// Text → typed expression: parse, lower, check the result. The package's main door.
import type { Diagnostic, Expr, ValueType } from '@tierflow/definition';
import { collectDiagnostics } from './diagnostics.ts';
import { scalarOf } from './lowering/coerce.ts';
import { openFrame } from './lowering/frame.ts';
import { bind } from './lowering/literal.ts';
import { createLowering } from './lowering/lower.ts';
import { type Place, root, type Shape } from './lowering/shape.ts';
import type { FormulaScope } from './scope.ts';
import { parse } from './syntax/parse.ts';
import type { Span, Syntax } from './syntax/tree.ts';

/** `expr` and `type` are absent where an error stands in `diagnostics`; their spans are characters of the text. */
export interface CompiledFormula {
  readonly expr?: Expr;
  readonly type?: ValueType;
  /** The value is a whole number times 10^-decimals; absent for other values. */
  readonly decimals?: number;
  /** Names of the columns and collections it reads, in order of appearance. */
  readonly reads: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles a formula over one customer, or with `scope.line` over one line of a collection.
 *
 * @example
 * compileFormula('$sum(orders.amount) > 1000', scope).type // 'boolean'
 */
export function compileFormula(text: string, scope: FormulaScope): CompiledFormula {
  return compiled(text, scope);
}

/** A compiled formula whose pieces know their characters in the text. */
export interface LocatedFormula extends CompiledFormula {
  /** Where a piece of `expr`, that very object, is written; undefined for pieces that came in otherwise. */
  readonly spanOf: (piece: Expr) => Span | undefined;
}

/**
 * As `compileFormula`, with the place of every piece: for what reads a formula and points at parts of it.
 *
 * @example
 * const { expr, spanOf } = locateFormula('spend > 100 and vip', scope)
 */
export function locateFormula(text: string, scope: FormulaScope): LocatedFormula {
  const spans = new Map<Expr, Span>();
  const watch = (node: Syntax, shape: Shape | undefined): void => {
    if (shape?.kind === 'scalar' && !spans.has(shape.expr)) spans.set(shape.expr, node.span);
  };
  return { ...compiled(text, scope, watch), spanOf: (piece) => spans.get(piece) };
}

function compiled(text: string, scope: FormulaScope, watch?: (node: Syntax, shape: Shape | undefined) => void): CompiledFormula {
  const diagnostics = collectDiagnostics();
  const reads = new Set<string>();
  const failed = (): CompiledFormula => ({ reads: [...reads], diagnostics: diagnostics.list() });
  const tree = parse(text, diagnostics.report);
  if (tree === undefined) return failed();
  const lowering = createLowering({
    text,
    scope,
    report: diagnostics.report,
    read: (name) => reads.add(name),
    ...(watch === undefined ? {} : { watch }),
  });
  const context = scope.line === undefined ? root : ({ kind: 'row', collection: scope.line, line: LINE_AT_HAND, prefix: '' } as const);
  const place: Place = { context, frame: openFrame() };
  const shape = tree.kind === 'bind' ? bind(tree, place, lowering) : lowering.lower(tree, place);
  const value = shape?.kind === 'nothing' ? diagnostics.report('formula.always-missing', tree.span) : scalarOf(shape, tree.span, lowering);
  if (value === undefined || diagnostics.list().length > 0) return failed();
  return {
    expr: value.expr,
    type: value.type,
    ...(value.decimals === undefined ? {} : { decimals: value.decimals }),
    reads: [...reads],
    diagnostics: [],
  };
}

/** The line a formula over one line is about. Iterations inside it count from 1. */
const LINE_AT_HAND = 0;
