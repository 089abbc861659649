// Tiers that somebody decided: which one counts for a customer today, and what became of the others.
import { asOf, call, exprOf, list, literal, type MadeColumn, missing, type NodeContext } from '@tierflow/compiler';
import type { Expr, LocalText } from '@tierflow/definition';
import { holdRules, type StabilityConfig } from './config.ts';

type Context = NodeContext<StabilityConfig>;

export interface Overrides {
  readonly columns: readonly MadeColumn[];
  /** The tier in force; missing where none is. */
  readonly forced: Expr;
  /** Its last day. */
  readonly until: Expr;
}

const titles: Readonly<Record<string, LocalText>> = {
  'in-force': { en: 'In force', 'zh-CN': '有效' },
  expired: { en: 'Expired', 'zh-CN': '已过期' },
  'unknown-tier': { en: 'Unknown tier', 'zh-CN': '等级不存在' },
  'no-day': { en: 'No last day', 'zh-CN': '没有截止日' },
};

/** Undefined where the node has none. */
export function overridesOf(context: Context, ids: readonly string[]): Overrides | undefined {
  const { config, own } = context;
  const sources = [...listed(context, ids), ...byColumns(context, ids)];
  if (sources.length === 0) return undefined;
  const inForce = sources.map(({ state }) => call('eq', own(state.id), literal('in-force')));
  const choose = (part: (source: Source) => Expr): Expr =>
    call('case', ...sources.flatMap((source, at) => [inForce[at] as Expr, part(source)]));
  const states = sources.map(({ state }) => own(state.id));
  const [only] = states;
  const told =
    only !== undefined && states.length === 1
      ? only
      : call('case', ...inForce.flatMap((holds) => [holds, literal('in-force')]), call('coalesce', ...states));
  const columns: readonly MadeColumn[] = [
    ...sources.map(({ state }) => state),
    {
      id: 'override',
      name: `${config.as}Override`,
      title: { en: 'Override', 'zh-CN': '人工指定' },
      type: 'string',
      expr: told,
      values: Object.entries(titles).map(([value, title]) => ({ value, title })),
      told: true,
    },
    { id: 'forced', type: 'string', expr: choose(({ tier }) => tier) },
  ];
  return { columns, forced: own('forced'), until: choose(({ until }) => until) };
}

interface Source {
  /** Whether it is in force, or why not; missing where there is none for the customer. */
  readonly state: MadeColumn;
  readonly tier: Expr;
  readonly until: Expr;
}

function listed({ config, key }: Context, ids: readonly string[]): readonly Source[] {
  const { overrides } = holdRules(config);
  if (overrides.length === 0) return [];
  const keys = list(overrides.map((entry) => entry.key));
  const tier = call('lookup', key, keys, list(overrides.map((entry) => entry.tier)));
  const until = call('toDate', call('lookup', key, keys, list(overrides.map((entry) => entry.until))));
  return [{ state: { id: 'listed', type: 'string', expr: stateOf(tier, until, ids) }, tier, until }];
}

function byColumns({ config, value }: Context, ids: readonly string[]): readonly Source[] {
  const { overrideBy } = holdRules(config);
  if (overrideBy === undefined) return [];
  const tier = exprOf(value(overrideBy.tier, 'overrideBy.tier'));
  const day = value(overrideBy.until, 'overrideBy.until');
  const until = day.type === 'datetime' ? call('dateOf', exprOf(day)) : exprOf(day);
  return [{ state: { id: 'given', type: 'string', expr: stateOf(tier, until, ids) }, tier, until }];
}

function stateOf(tier: Expr, until: Expr, ids: readonly string[]): Expr {
  return call(
    'case',
    call('isBlank', tier),
    missing('string'),
    call('not', call('in', tier, list(ids))),
    literal('unknown-tier'),
    call('isMissing', until),
    literal('no-day'),
    call('lt', until, asOf),
    literal('expired'),
    literal('in-force'),
  );
}
