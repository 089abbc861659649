// Bands as positions between cut lines: `binLeft` counts the lines at or below the score, so `from` belongs to its tier.
import {
  type ColumnInfo,
  call,
  ceilScaled,
  decimalOf,
  decimalText,
  exprOf,
  invariant,
  type Lowered,
  list,
  literal,
  type MadeColumn,
  type MadeParameter,
  type NodeContext,
  type TierScale,
  unitsAt,
} from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import { sumOfShares, type TiersConfig, tiersOf } from './config.ts';
import { tierPorts } from './ports.ts';

export function lowerTiers(context: NodeContext<TiersConfig>): Lowered {
  const { config, own } = context;
  const found = context.value(config.on, 'on');
  const score = invariant(found.column, 'the score is a column');
  const { columns = [], parameters = [], count, position, lowered } = linesOf(context, score);
  const tiers = tiersOf(config);
  // With one line per tier the lowest position is below all tiers; with one line less it is the last tier.
  const lowest = tiers.length - count;
  const bands = tiers.map((tier, at) => ({ id: tier.id, when: call('eq', own('position'), literal(tiers.length - at + 1 - lowest)) }));
  const below = lowest === 0 ? call('not', call('isTrue', call('gt', own('position'), literal(1)))) : call('isMissing', own('position'));
  const place = lowered === undefined ? {} : { place: (by: number) => call('sub', literal(count + 2), lowered(by)) };
  const scale = { score: exprOf(found), ...place };
  return {
    columns: [...columns, { id: 'position', type: 'number', decimals: 0, expr: position }, ...tierColumn(config, bands, scale)],
    parameters,
    ports: [...bands, { id: 'unassigned', when: below }],
    tiers: { bands: tiers.map((tier) => tier.id), unassigned: 'unassigned', score: scale.score },
  };
}

/** The lines between tiers. */
interface Lines {
  readonly columns?: readonly MadeColumn[];
  readonly parameters?: readonly MadeParameter[];
  readonly count: number;
  /** 1 below all lines, one more for each line reached; missing without a score. */
  readonly position: Expr;
  /** The position if all lines stood lower by so much; absent where there is none that a score alone reaches. */
  readonly lowered?: (by: number) => Expr;
}

function linesOf(context: NodeContext<TiersConfig>, score: ColumnInfo): Lines {
  const { bands, topCount } = context.config;
  if (bands !== undefined) return typedLines(bands, score);
  return topCount === undefined ? sharedLines(context, score) : countedLines(context, topCount, score);
}

/** Lines as typed, on the score's integer twin where it has one. */
function typedLines(bands: NonNullable<TiersConfig['bands']>, { exact, expr }: ColumnInfo): Lines {
  const lines = bands.flatMap((band) => band.from ?? []).toReversed();
  const compared = exact?.expr ?? expr;
  if (lines.length === 0) return { count: 0, position: withScore(compared) };
  const lowered = (by: number): Expr => {
    const values = lines.map((line) => lessExactly(line, by));
    return call('binLeft', compared, list(exact === undefined ? values : values.map((line) => ceilScaled(line, exact.scale))));
  };
  return { count: lines.length, position: lowered(0), lowered };
}

/** A difference of numbers as typed: 0.3 less 0.1 is 0.2. */
function lessExactly(value: number, by: number): number {
  const [a, b] = [decimalOf(value), decimalOf(by)];
  const decimals = Math.max(a.decimals, b.decimals);
  return Number(`${unitsAt(a, decimals) - unitsAt(b, decimals)}e-${decimals}`);
}

const withScore = (score: Expr): Expr => call('if', call('exists', score), literal(1));

/** Shares that make up everybody leave the last tier without a line: it takes all the rest with a score. */
function sharedLines({ config, parameter }: NodeContext<TiersConfig>, { expr }: ColumnInfo): Lines {
  const shares = config.topShare ?? [];
  const asked = sumOfShares(shares) === 1_000_000_000n ? shares.slice(0, -1) : shares;
  if (asked.length === 0) return { count: 0, position: withScore(expr) };
  const options = { shares: asked.map(({ share }) => decimalText(share)) };
  const parameters: readonly MadeParameter[] = [{ id: 'cuts', value: null, fit: { estimator: 'topShareCuts', of: [expr], options } }];
  const lowered = (by: number): Expr => call('binLeft', call('add', expr, literal(by)), parameter('cuts'));
  return { parameters, count: asked.length, position: call('binLeft', expr, parameter('cuts')), lowered };
}

/** A line is the score and the draw of the last person who belongs: among equal scores the smaller draw comes first. */
function countedLines({ node, key, own, parameter }: NodeContext<TiersConfig>, counts: Counts, { expr }: ColumnInfo): Lines {
  const draw: MadeColumn = { id: 'draw', type: 'number', expr: call('hashShare', literal(node.id), key) };
  const lines = counts.map((_, at) => {
    const count = counts.slice(0, at + 1).reduce((sum, tier) => sum + tier.count, 0);
    const fitted = (part: 'score' | 'draw'): MadeParameter => ({
      id: `${part}${at + 1}`,
      value: null,
      fit: { estimator: 'topCountLine', of: [expr, own('draw')], options: { count, part } },
    });
    return [fitted('score'), fitted('draw')] as const;
  });
  const reached = lines.flatMap(([line, among], at) => [
    call(
      'or',
      call('gt', expr, parameter(line.id)),
      call('and', call('eq', expr, parameter(line.id)), call('le', own('draw'), parameter(among.id))),
    ),
    literal(counts.length + 1 - at),
  ]);
  const position = call('case', ...reached, call('exists', expr), literal(1));
  return { columns: [draw], parameters: lines.flat(), count: counts.length, position };
}

type Counts = NonNullable<TiersConfig['topCount']>;

interface Band {
  readonly id: string;
  readonly when: Expr;
}

function tierColumn(config: TiersConfig, bands: readonly Band[], scale: TierScale): readonly MadeColumn[] {
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
      tiers: scale,
    },
  ];
}
