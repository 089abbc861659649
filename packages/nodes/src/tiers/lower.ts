// Bands as positions between cut lines: `binLeft` counts the lines at or below the score, so `from` belongs to its tier.
import {
  type ColumnInfo,
  call,
  ceilScaled,
  decimalText,
  exprOf,
  invariant,
  type Lowered,
  list,
  literal,
  type MadeColumn,
  type MadeParameter,
  type NodeContext,
} from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import { sumOfShares, type TiersConfig, tiersOf } from './config.ts';
import { tierPorts } from './ports.ts';

export function lowerTiers(context: NodeContext<TiersConfig>): Lowered {
  const { config, own } = context;
  const found = context.value(config.on, 'on');
  const score = invariant(found.column, 'the score is a column');
  const { cuts, parameters, count, compared } = config.bands === undefined ? fittedCuts(context, score) : typedCuts(config.bands, score);
  const tiers = tiersOf(config);
  // With one line per tier the lowest position is below all tiers; with one line less it is the last tier.
  const lowest = tiers.length - count;
  const position: MadeColumn = {
    id: 'position',
    type: 'number',
    decimals: 0,
    expr: cuts === undefined ? call('if', call('exists', compared), literal(1)) : call('binLeft', compared, cuts),
  };
  const bands = tiers.map((tier, at) => ({ id: tier.id, when: call('eq', own('position'), literal(tiers.length - at + 1 - lowest)) }));
  const below = lowest === 0 ? call('not', call('isTrue', call('gt', own('position'), literal(1)))) : call('isMissing', own('position'));
  return {
    columns: [position, ...tierColumn(config, bands)],
    parameters,
    ports: [...bands, { id: 'unassigned', when: below }],
    tiers: { bands: tiers.map((tier) => tier.id), unassigned: 'unassigned', score: exprOf(found) },
  };
}

interface Cuts {
  /** Ascending; absent where a single tier takes everybody with a score. */
  readonly cuts?: Expr;
  readonly count: number;
  readonly parameters: readonly MadeParameter[];
  /** What is compared: the score, or its integer twin against scaled lines. */
  readonly compared: Expr;
}

function typedCuts(bands: NonNullable<TiersConfig['bands']>, score: ColumnInfo): Cuts {
  const lines = bands.flatMap((band) => band.from ?? []).toReversed();
  const { exact } = score;
  const values = exact === undefined ? lines : lines.map((line) => ceilScaled(line, exact.scale));
  return {
    ...(lines.length === 0 ? {} : { cuts: list(values) }),
    count: lines.length,
    parameters: [],
    compared: exact?.expr ?? score.expr,
  };
}

/** Shares that make up everybody leave the last tier without a line: it takes all the rest with a score. */
function fittedCuts(context: NodeContext<TiersConfig>, score: ColumnInfo): Cuts {
  const shares = context.config.topShare ?? [];
  const asked = sumOfShares(shares) === 1_000_000_000n ? shares.slice(0, -1) : shares;
  if (asked.length === 0) return { count: 0, parameters: [], compared: score.expr };
  const options = { shares: asked.map(({ share }) => decimalText(share)) };
  const parameter: MadeParameter = { id: 'cuts', value: null, fit: { estimator: 'topShareCuts', of: [score.expr], options } };
  return { cuts: context.parameter('cuts'), count: asked.length, parameters: [parameter], compared: score.expr };
}

function tierColumn(config: TiersConfig, bands: readonly { readonly id: string; readonly when: Expr }[]): readonly MadeColumn[] {
  if (config.as === undefined) return [];
  const expr = call('case', ...bands.flatMap((band) => [band.when, literal(band.id)]));
  const values = tierPorts(config).filter((port) => port.remainder === undefined);
  return [
    {
      id: 'tier',
      name: config.as,
      type: 'string',
      expr,
      answers: true,
      values: values.map(({ id, title }) => ({ value: id, ...(title === undefined ? {} : { title }) })),
    },
  ];
}
