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
  const { columns = [], parameters = [], count, position } = linesOf(context, score);
  const tiers = tiersOf(config);
  // With one line per tier the lowest position is below all tiers; with one line less it is the last tier.
  const lowest = tiers.length - count;
  const bands = tiers.map((tier, at) => ({ id: tier.id, when: call('eq', own('position'), literal(tiers.length - at + 1 - lowest)) }));
  const below = lowest === 0 ? call('not', call('isTrue', call('gt', own('position'), literal(1)))) : call('isMissing', own('position'));
  return {
    columns: [...columns, { id: 'position', type: 'number', decimals: 0, expr: position }, ...tierColumn(config, bands)],
    parameters,
    ports: [...bands, { id: 'unassigned', when: below }],
    tiers: { bands: tiers.map((tier) => tier.id), unassigned: 'unassigned', score: exprOf(found) },
  };
}

/** The lines between tiers. */
interface Lines {
  readonly columns?: readonly MadeColumn[];
  readonly parameters?: readonly MadeParameter[];
  readonly count: number;
  /** 1 below all lines, one more for each line reached; missing without a score. */
  readonly position: Expr;
}

function linesOf(context: NodeContext<TiersConfig>, score: ColumnInfo): Lines {
  const { bands, topCount } = context.config;
  if (bands !== undefined) return typedLines(bands, score);
  return topCount === undefined ? sharedLines(context, score) : countedLines(context, topCount, score);
}

/** Lines as typed, on the score's integer twin where it has one. */
function typedLines(bands: NonNullable<TiersConfig['bands']>, { exact, expr }: ColumnInfo): Lines {
  const lines = bands.flatMap((band) => band.from ?? []).toReversed();
  const values = exact === undefined ? lines : lines.map((line) => ceilScaled(line, exact.scale));
  const compared = exact?.expr ?? expr;
  return { count: lines.length, position: lines.length === 0 ? withScore(compared) : call('binLeft', compared, list(values)) };
}

const withScore = (score: Expr): Expr => call('if', call('exists', score), literal(1));

/** Shares that make up everybody leave the last tier without a line: it takes all the rest with a score. */
function sharedLines({ config, parameter }: NodeContext<TiersConfig>, { expr }: ColumnInfo): Lines {
  const shares = config.topShare ?? [];
  const asked = sumOfShares(shares) === 1_000_000_000n ? shares.slice(0, -1) : shares;
  if (asked.length === 0) return { count: 0, position: withScore(expr) };
  const options = { shares: asked.map(({ share }) => decimalText(share)) };
  const parameters: readonly MadeParameter[] = [{ id: 'cuts', value: null, fit: { estimator: 'topShareCuts', of: [expr], options } }];
  return { parameters, count: asked.length, position: call('binLeft', expr, parameter('cuts')) };
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
