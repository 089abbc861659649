// The weighted sum: in whole numbers where every part is one (0.3 R + 0.3 F + 0.4 M becomes 3 R + 3 F + 4 M of tenths), so
// that a score on a cut line is on it; in doubles otherwise.
import { call, decimalOf, type Lowered, literal, type MadeColumn, type NodeContext, sumOf, unitsAt } from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import { possible, type ScorecardConfig } from './config.ts';
import { type ScaledPart, scaledPart } from './scales.ts';

type Context = NodeContext<ScorecardConfig>;

export function lowerScorecard(context: Context): Lowered {
  const parts = context.config.parts.map((part, at) => scaledPart(part, at, context));
  const weighted = wholeNumbers(parts) ?? doubles(parts);
  const contributions = weighted.parts.map((expr, at): MadeColumn => ({ id: `part${at + 1}`, type: 'number', expr }));
  return {
    columns: [...parts.flatMap((part) => part.columns), ...contributions, ...scoreColumns(weighted, context)],
    parameters: parts.flatMap((part) => part.parameters),
    ports: [{ id: 'out' }],
  };
}

/** Contributions in units of 1/scale, with the weights in the same units of weight. */
interface Weighted {
  readonly parts: readonly Expr[];
  readonly weights: readonly number[];
  readonly scale: number;
  /** Everything above is a whole number. */
  readonly whole: boolean;
}

function wholeNumbers(parts: readonly ScaledPart[]): Weighted | undefined {
  const decimals = Math.max(...parts.map((part) => decimalOf(part.weight).decimals + (part.whole?.decimals ?? 0)));
  const weightDecimals = Math.max(...parts.map((part) => decimalOf(part.weight).decimals));
  const factors = parts.map((part) => Number(unitsAt(decimalOf(part.weight), decimals - (part.whole?.decimals ?? 0))));
  // Room for values of a milliard and a hundred parts within the whole numbers of a double.
  if (decimals > 12 || parts.some((part) => part.whole === undefined) || factors.some((factor) => Math.abs(factor) > 50_000))
    return undefined;
  return {
    parts: parts.map((part, at) => times(factors[at] ?? 1, part.whole?.expr ?? part.scaled)),
    weights: parts.map((part) => Number(unitsAt(decimalOf(part.weight), weightDecimals))),
    scale: 10 ** decimals,
    whole: true,
  };
}

function doubles(parts: readonly ScaledPart[]): Weighted {
  return { parts: parts.map((part) => times(part.weight, part.scaled)), weights: parts.map((part) => part.weight), scale: 1, whole: false };
}

function times(factor: number, expr: Expr): Expr {
  return factor === 1 ? expr : call('mul', literal(factor), expr);
}

function scoreColumns(weighted: Weighted, { config, own }: Context): readonly MadeColumn[] {
  const parts = weighted.parts.map((_, at) => own(`part${at + 1}`));
  const score = { id: 'score', name: config.as, type: 'number', answers: true, ...(config.as === 'score' ? { title } : {}) } as const;
  const line = config.range === undefined ? identity : toRange(config, config.range);
  if (config.missing === 'reweigh') return [{ ...score, expr: line.onDouble(reweighed(parts, weighted)) }];
  const sum = sumOf(config.missing === 'zero' ? parts.map((part) => call('coalesce', part, literal(0))) : parts);
  const exact = weighted.whole ? line.onWhole(sum, weighted.scale) : undefined;
  if (exact === undefined)
    return [{ ...score, expr: line.onDouble(weighted.scale === 1 ? sum : call('div', sum, literal(weighted.scale))) }];
  const twin: MadeColumn = { id: 'units', type: 'number', decimals: 0, expr: exact.expr };
  const decimals = Math.log10(exact.scale);
  const value = exact.scale === 1 ? own('units') : call('div', own('units'), literal(exact.scale));
  return [
    twin,
    { ...score, ...(Number.isInteger(decimals) ? { decimals } : {}), exact: { column: 'units', scale: exact.scale }, expr: value },
  ];
}

const title = { en: 'Score', 'zh-CN': '得分' };

/** The sum over the parts that are there, as if their weights made up the whole weight. */
function reweighed(parts: readonly Expr[], { weights, scale }: Weighted): Expr {
  const all = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  const present = sumOf(parts.map((part, at) => call('if', call('exists', part), literal(Math.abs(weights[at] ?? 0)), literal(0))));
  const sum = sumOf(parts.map((part) => call('coalesce', part, literal(0))));
  // One division of whole numbers is rounded once, so equal scores stay equal.
  const value = call('div', call('mul', sum, literal(all)), times(scale, present));
  return call('if', call('gt', present, literal(0)), value);
}

/** How the sum becomes the score. */
interface Line {
  readonly onDouble: (sum: Expr) => Expr;
  readonly onWhole: (sum: Expr, scale: number) => { readonly expr: Expr; readonly scale: number } | undefined;
}

const identity: Line = { onDouble: (sum) => sum, onWhole: (expr, scale) => ({ expr, scale }) };

/** Moves the least and the most possible sum to the ends of the range. */
function toRange(config: ScorecardConfig, [low, high]: readonly [number, number]): Line {
  const ends = possible(config.parts).map(([least, most], at) => {
    const weight = config.parts[at]?.weight ?? 0;
    return weight < 0 ? [weight * most, weight * least] : [weight * least, weight * most];
  });
  const least = ends.reduce((sum, [end = 0]) => sum + end, 0);
  const most = ends.reduce((sum, [, end = 0]) => sum + end, 0);
  return {
    onDouble: (sum) =>
      call('add', literal(low), call('mul', call('div', call('sub', sum, literal(least)), literal(most - least)), literal(high - low))),
    onWhole: (sum, scale) => {
      // low + (sum − least)(high − low)/(most − least) over one denominator, all in whole numbers.
      const digits = Math.max(decimalOf(low).decimals, decimalOf(high).decimals);
      const [lowUnits, highUnits] = [low, high].map((end) => Math.round(end * 10 ** digits)) as [number, number];
      const [leastUnits, mostUnits] = [least, most].map((end) => Math.round(end * scale)) as [number, number];
      const span = mostUnits - leastUnits;
      const factor = highUnits - lowUnits;
      const base = lowUnits * span - factor * leastUnits;
      const denominator = span * 10 ** digits;
      if (![factor, base, denominator].every((number) => Number.isSafeInteger(number) && Math.abs(number) < 1e9)) return undefined;
      return { expr: call('add', literal(base), times(factor, sum)), scale: denominator };
    },
  };
}
