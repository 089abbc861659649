// The estimators by name: a sample and options in, a parameter's value out. Pure.
import type { ParameterValue } from '@tierflow/definition';
import { type AbcRule, abcLine } from './abc.ts';
import { allocationLines, allocationReport } from './allocate/estimate.ts';
import { estimateBasketRules } from './basket/estimate.ts';
import { lifetimeEstimators } from './clv/estimators.ts';
import type { Estimate, Estimator, Options } from './estimator.ts';
import { estimateClusters } from './k-means/estimate.ts';
import { inverseQuantile, linearQuantile, parseShare, positionOf, type Share } from './quantiles.ts';
import { compensatedSum, sortedSample } from './sample.ts';
import { shareCuts } from './share-cuts.ts';
import { topCountLine } from './top-count.ts';

const done = (value: ParameterValue): Estimate => ({ value, warnings: [] });
const noData = (value: ParameterValue): Estimate => ({ value, warnings: ['fit.no-data'] });

/** An estimator of one column's ascending sample; `empty` is the value where nobody has one. */
function ofSample(empty: ParameterValue, estimate: (sorted: Float64Array, options: Options) => Estimate): Estimator {
  return ([data], rows, options) => {
    const sorted = data === undefined ? new Float64Array() : sortedSample(data, rows);
    return sorted.length === 0 ? noData(empty) : estimate(sorted, options);
  };
}

function quantileCuts(sorted: Float64Array, options: Options): Estimate {
  const bins = Number(options.bins);
  const quantile = options.rule === 'linear' ? linearQuantile : inverseQuantile;
  const cuts = Array.from({ length: bins - 1 }, (_, i) => quantile(sorted, { a: i + 1, b: bins }));
  const equal = options.ties !== 'expected' && cuts.some((cut, i) => i > 0 && cut === cuts[i - 1]);
  return { value: cuts, warnings: equal ? ['fit.equal-cuts'] : [] };
}

/** The k-th highest value for each cumulated share (shares best first); ascending as `binLeft` reads cuts, so `score ≥ cut` takes the best and its equals. */
function topShareCuts(sorted: Float64Array, options: Options): Estimate {
  const shares = (Array.isArray(options.shares) ? options.shares : []).map((share) => parseShare(String(share)));
  const cuts: number[] = [];
  let cumulated: Share = { a: 0, b: 1_000_000_000 };
  for (const share of shares) {
    if (share === undefined) return { value: [], warnings: ['fit.unreadable-share'] };
    cumulated = { a: cumulated.a + share.a * (cumulated.b / share.b), b: cumulated.b };
    const k = Math.min(sorted.length, positionOf(cumulated, sorted.length));
    cuts.push(sorted[sorted.length - k] as number);
  }
  return done(cuts.reverse());
}

/** A list of one line, or of none where nobody is in the class. */
function abcCut(sorted: Float64Array, options: Options): Estimate {
  const share = parseShare(String(options.share));
  if (share === undefined) return { value: [], warnings: ['fit.unreadable-share'] };
  const line = abcLine(sorted, share, options.rule as AbcRule);
  return line === undefined ? { value: [], warnings: [] } : done([line]);
}

function mean(sorted: Float64Array): number {
  return compensatedSum(sorted) / sorted.length;
}

/** Population standard deviation, two passes. */
function deviation(sorted: Float64Array): number {
  const centre = mean(sorted);
  return Math.sqrt(compensatedSum(sorted.map((value) => (value - centre) ** 2).sort()) / sorted.length);
}

export const estimators: { readonly [name: string]: Estimator } = {
  ...lifetimeEstimators,
  quantileCuts: ofSample([], quantileCuts),
  abcLine: ofSample([], abcCut),
  topShareCuts: ofSample([], topShareCuts),
  shareCuts,
  topCountLine,
  mean: ofSample(0, (sorted) => done(mean(sorted))),
  sd: ofSample(0, (sorted) => done(deviation(sorted))),
  min: ofSample(0, (sorted) => done(sorted[0] as number)),
  max: ofSample(0, (sorted) => done(sorted.at(-1) as number)),
  kMeans: estimateClusters,
  basketRules: estimateBasketRules,
  allocationLines,
  allocationReport,
  median: ofSample(0, (sorted) => done(inverseQuantile(sorted, { a: 1, b: 2 }))),
};
