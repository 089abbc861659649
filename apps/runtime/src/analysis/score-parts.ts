// A score as the sum it is, read off the definition: its terms with their weights, so that contributions add up to the score.
import { type Column, type Definition, type Expr, type LocalText, walk } from '@tierflow/definition';

/** One summand: `weight` times the value of `expr`. */
export interface Term {
  readonly weight: number;
  readonly expr: Expr;
  /** Name of the column or field it is about. */
  readonly name: string;
  readonly title: LocalText;
}

export interface ScoreParts {
  readonly terms: readonly Term[];
  /** What is added whatever the terms are. */
  readonly constant: number;
  /** Terms only say the proportions: the sum is divided by the weight that is there. */
  readonly proportional: boolean;
}

/** The parts of a column, or undefined where it is no sum of at least two things people know by name. */
export function scoreParts(column: Column, definition: Definition): ScoreParts | undefined {
  const columns = new Map(definition.columns.map((each) => [each.id, each]));
  // A scorecard keeps its weighted parts in columns of these ids; they stay whole here.
  const own = definition.columns.filter(({ id, node }) => node === column.node && /\.part\d+$/.test(id));
  const parts = new Set(own.map(({ id }) => id));
  const sum = linear(column.expr, { numerator: 1, denominator: 1 }, { node: column.node, columns, parts });
  const isSum = own.length > 0 && sum.every(({ expr }) => isNumber(expr) || (expr.op === 'column' && parts.has(expr.id)));
  const proportional = own.length > 0 && !isSum;
  const weighted = proportional ? own.map(({ id }): Weighted => ({ weight: 1, expr: { op: 'column', id } })) : sum;
  const constant = weighted.reduce((total, { weight, expr }) => (isNumber(expr) ? total + weight * expr.value : total), 0);
  const terms = weighted
    .filter(({ expr }) => !isNumber(expr))
    .map((term): Term => ({ ...unweighted(term, columns), ...labelOf(term.expr, columns) }));
  const known = own.length > 0 || new Set(terms.map(({ name }) => name)).size > 1;
  return terms.length > 0 && known && terms.every(({ name }) => name !== '') ? { terms, constant, proportional } : undefined;
}

interface Place {
  readonly node: string;
  readonly columns: ReadonlyMap<string, Column>;
  /** Columns that are not looked into. */
  readonly parts: ReadonlySet<string>;
}

/** Kept apart so that 3 / 10 is 0.3. */
interface Factor {
  readonly numerator: number;
  readonly denominator: number;
}

type Weighted = Pick<Term, 'weight' | 'expr'>;

/** Goes through sums, products and quotients with constants, and inner steps of the same node. */
function linear(expr: Expr, factor: Factor, place: Place): readonly Weighted[] {
  const whole: readonly Weighted[] = [{ weight: factor.numerator / factor.denominator, expr }];
  if (expr.op === 'column') {
    const inner = place.parts.has(expr.id) ? undefined : place.columns.get(expr.id);
    return inner !== undefined && inner.name === undefined && inner.node === place.node ? linear(inner.expr, factor, place) : whole;
  }
  if (expr.op !== 'call') return whole;
  const [a, b] = expr.args;
  if (a === undefined || b === undefined) return whole;
  const times = (by: number): Factor => ({ ...factor, numerator: factor.numerator * by });
  if (expr.fn === 'add') return [...linear(a, factor, place), ...linear(b, factor, place)];
  if (expr.fn === 'sub') return [...linear(a, factor, place), ...linear(b, times(-1), place)];
  if (expr.fn === 'mul' && isNumber(a)) return linear(b, times(a.value), place);
  if (expr.fn === 'mul' && isNumber(b)) return linear(a, times(b.value), place);
  if (expr.fn === 'div' && isNumber(b) && b.value !== 0) return linear(a, { ...factor, denominator: factor.denominator * b.value }, place);
  // A missing part that counts as nothing.
  if (expr.fn === 'coalesce' && isNumber(b) && b.value === 0) return linear(a, factor, place);
  return whole;
}

/** A part without its own weight, which joins the other factors. */
function unweighted({ weight, expr }: Weighted, columns: ReadonlyMap<string, Column>): Weighted {
  const inner = expr.op === 'column' ? columns.get(expr.id) : undefined;
  if (inner?.name !== undefined || inner?.expr.op !== 'call' || inner.expr.fn !== 'mul') return { weight, expr };
  const [factor, value] = inner.expr.args;
  // Weights are decimals kept in whole numbers; fifteen digits bring back what was typed.
  return factor !== undefined && isNumber(factor) && value !== undefined
    ? { weight: Number((weight * factor.value).toPrecision(15)), expr: value }
    : { weight, expr };
}

function isNumber(expr: Expr): expr is { readonly op: 'literal'; readonly value: number } {
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
