// A score as the sum it is: terms with weights, read off the expression, so that contributions add up to the score.
import type { Column, Definition, Expr, LocalText } from '@tierflow/definition';
import { walk } from '@tierflow/definition';

/** One summand: `weight` times the value of `expr`. */
export interface Term {
  readonly weight: number;
  readonly expr: Expr;
  /** Name of the column or field it is about. */
  readonly name: string;
  readonly title: LocalText;
}

/** The terms of a column, or undefined where it is no sum of at least two. */
export function termsOf(column: Column, definition: Definition): readonly Term[] | undefined {
  const columns = new Map(definition.columns.map((each) => [each.id, each]));
  const terms = linear(column.expr, 1, { node: column.node, columns });
  return terms.length < 2 ? undefined : terms.map((term) => ({ ...term, ...labelOf(term.expr, columns) }));
}

interface Place {
  readonly node: string;
  readonly columns: ReadonlyMap<string, Column>;
}

type Weighted = Pick<Term, 'weight' | 'expr'>;

/** Goes through sums, products and quotients with constants, and inner steps of the same node. */
function linear(expr: Expr, weight: number, place: Place): readonly Weighted[] {
  if (expr.op === 'column') {
    const inner = place.columns.get(expr.id);
    return inner !== undefined && inner.name === undefined && inner.node === place.node
      ? linear(inner.expr, weight, place)
      : [{ weight, expr }];
  }
  if (expr.op !== 'call') return [{ weight, expr }];
  const [a, b] = expr.args;
  if (a === undefined || b === undefined) return [{ weight, expr }];
  if (expr.fn === 'add') return [...linear(a, weight, place), ...linear(b, weight, place)];
  if (expr.fn === 'sub') return [...linear(a, weight, place), ...linear(b, -weight, place)];
  if (expr.fn === 'mul' && isNumber(a)) return linear(b, weight * a.value, place);
  if (expr.fn === 'mul' && isNumber(b)) return linear(a, weight * b.value, place);
  if (expr.fn === 'div' && isNumber(b) && b.value !== 0) return linear(a, weight / b.value, place);
  return [{ weight, expr }];
}

function isNumber(expr: Expr): expr is Extract<Expr, { op: 'literal' }> & { readonly value: number } {
  return expr.op === 'literal' && typeof expr.value === 'number';
}

/** What a term is about: the first named column or field it reads, looking through inner steps. */
function labelOf(expr: Expr, columns: ReadonlyMap<string, Column>, depth = 0): { readonly name: string; readonly title: LocalText } {
  let found: { name: string; title: LocalText } | undefined;
  walk(expr, (part) => {
    if (found !== undefined) return;
    if (part.op === 'field') found = { name: part.name, title: { en: part.name } };
    if (part.op !== 'column') return;
    const column = columns.get(part.id);
    if (column?.name !== undefined) found = { name: column.name, title: column.title ?? { en: column.name } };
    else if (column !== undefined && depth < 8) found = labelOf(column.expr, columns, depth + 1);
  });
  return found ?? { name: '', title: { en: '' } };
}
