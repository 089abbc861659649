// Parts of a scorecard on their scales, with the parameters they are fitted on.
import { call, decimalOf, exprOf, list, literal, type MadeColumn, type MadeParameter, type NodeContext, unitsAt } from '@tierflow/compiler';
import type { Expr, Fit } from '@tierflow/definition';
import { partValue } from './check.ts';
import { type PartConfig, pointsOf, type ScorecardConfig } from './config.ts';

/** A part ready to be weighted. */
export interface ScaledPart {
  readonly weight: number;
  /** On its scale; missing where the part is. */
  readonly scaled: Expr;
  /** The same as a whole number of 10^-decimals, where it is one. */
  readonly whole?: WholePart;
  readonly columns: readonly MadeColumn[];
  readonly parameters: readonly MadeParameter[];
}

export interface WholePart {
  readonly expr: Expr;
  readonly decimals: number;
}

interface Raw {
  readonly at: number;
  readonly part: PartConfig;
  readonly context: NodeContext<ScorecardConfig>;
  /** The part's number as it comes. */
  readonly raw: Expr;
  /** With the median where it is missing, if the card says so. */
  readonly filled: Expr;
  /** Of the number as it comes. */
  readonly whole?: WholePart;
}

type Scaled = Pick<ScaledPart, 'scaled' | 'whole' | 'parameters'>;

/** Cuts of the frozen distribution that a percentile is read from, plus one. */
const percentileBins = 1001;

const scales: Readonly<Record<PartConfig['scale'], (raw: Raw) => Scaled>> = {
  none: ({ filled, whole }) => ({ scaled: filled, parameters: [], ...(whole === undefined ? {} : { whole }) }),
  bands: ({ filled, part }) => {
    const { edges, points } = pointsOf(part);
    const decimals = Math.max(...points.map((point) => decimalOf(point).decimals));
    const units = points.map((point) => Number(unitsAt(decimalOf(point), decimals)));
    const banded = (values: readonly number[]): Expr => call('step', filled, list(edges), list(values));
    return { scaled: banded(points), whole: { expr: banded(units), decimals }, parameters: [] };
  },
  minmax: (raw) => {
    const [low, high] = [fitted(raw, 'min', 'min'), fitted(raw, 'max', 'max')];
    return { scaled: turned(raw, call('minmax', raw.filled, low.read, high.read)), parameters: [low.made, high.made] };
  },
  z: (raw) => {
    const [mean, deviation] = [fitted(raw, 'mean', 'mean'), fitted(raw, 'sd', 'sd')];
    const scaled = call('zscore', raw.filled, mean.read, deviation.read);
    return { scaled: raw.part.better === 'lower' ? call('neg', scaled) : scaled, parameters: [mean.made, deviation.made] };
  },
  percentile: (raw) => {
    const cuts = fitted(raw, 'cuts', 'quantileCuts', { bins: percentileBins, rule: 'inverse', ties: 'expected' });
    return { scaled: turned(raw, call('percentileOf', raw.filled, cuts.read)), parameters: [cuts.made] };
  },
};

export function scaledPart(part: PartConfig, at: number, context: NodeContext<ScorecardConfig>): ScaledPart {
  const found = partValue(part, at, context);
  // A formula is computed once, and a fit needs a column to look at.
  const id = `value${at + 1}`;
  const columns: readonly MadeColumn[] = part.expr === undefined ? [] : [{ id, type: 'number', expr: exprOf(found) }];
  const raw = part.expr === undefined ? exprOf(found) : context.own(id);
  const base: Raw = { at, part, context, raw, filled: raw };
  if (context.config.missing !== 'median') {
    return { weight: part.weight, columns, ...scales[part.scale]({ ...base, ...wholeOf(raw, found) }) };
  }
  const median = fitted(base, 'median', 'median');
  const filled = call('coalesce', raw, median.read);
  // The median is a member of the data, so what was whole stays whole.
  const scaled = scales[part.scale]({
    ...base,
    filled,
    ...wholeOf(filled, { ...(found.decimals === undefined ? {} : { decimals: found.decimals }) }),
  });
  return { weight: part.weight, columns, ...scaled, parameters: [median.made, ...scaled.parameters] };
}

/** A number with so many decimals as a whole number. */
function wholeOf(
  expr: Expr,
  found: { readonly decimals?: number; readonly column?: { readonly exact?: { readonly expr: Expr; readonly scale: number } } },
): { readonly whole?: WholePart } {
  const { decimals } = found;
  if (decimals === undefined || decimals > 15) return {};
  const exact = found.column?.exact;
  if (exact !== undefined && exact.scale === 10 ** decimals) return { whole: { expr: exact.expr, decimals } };
  return { whole: { expr: decimals === 0 ? expr : call('round', call('mul', expr, literal(10 ** decimals))), decimals } };
}

function turned({ part }: Raw, share: Expr): Expr {
  return part.better === 'lower' ? call('sub', literal(1), share) : share;
}

/** A parameter fitted on the part's own numbers. */
function fitted(
  { at, raw, context }: Raw,
  name: string,
  estimator: string,
  options: Fit['options'] = {},
): { readonly made: MadeParameter; readonly read: Expr } {
  const id = `${name}${at + 1}`;
  return { made: { id, value: null, fit: { estimator, of: [raw], options } }, read: context.parameter(id) };
}
