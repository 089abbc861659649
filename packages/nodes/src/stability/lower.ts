// A tier held against what it was before. Tiers are places, 1 the best, and one more than there are for nobody: what the rule says
// now is compared with `$previous`, the first reason that applies decides, and the place follows from the reason.
import {
  asOf,
  call,
  exprOf,
  invariant,
  type LabelValue,
  type Lowered,
  list,
  literal,
  type MadeColumn,
  type NodeContext,
  type TierScale,
} from '@tierflow/compiler';
import { type Expr, type LocalText, previousFields } from '@tierflow/definition';
import { holdRules, type StabilityConfig } from './config.ts';
import { type Overrides, overridesOf } from './overrides.ts';
import { stabilityPorts } from './ports.ts';
import { type Reason, reasonValues } from './reasons.ts';

const before: Expr = { op: 'field', name: previousFields.tier.name };
const beforeSince: Expr = { op: 'field', name: previousFields.since.name };

export function lowerStability(context: NodeContext<StabilityConfig>): Lowered {
  const { config, flow, own, value } = context;
  const ports = stabilityPorts(config, flow);
  const ids = ports.filter(({ remainder }) => remainder !== true).map(({ id }) => id);
  const found = value(config.of, 'of');
  const scale = invariant(found.column, 'the tier is a column').tiers;
  const overrides = overridesOf(context, ids);
  const held: Held = { config, own, ids, tier: exprOf(found), overrides, ...(scale === undefined ? {} : { scale }) };
  const place = own('place');
  const bands = ids.map((id, at) => ({ id, when: call('eq', place, literal(at + 1)) }));
  const values = ports.filter(({ remainder }) => remainder !== true).map(({ id, title }) => ({ value: id, ...(title && { title }) }));
  return {
    columns: [...standing(held, values), ...(overrides?.columns ?? []), ...outcome(held, values)],
    ports: [...bands, { id: 'unassigned', when: call('not', call('isTrue', call('le', place, literal(ids.length)))) }],
    tiers: { bands: ids, unassigned: 'unassigned', ...(scale === undefined ? {} : { score: scale.score }) },
  };
}

interface Held {
  readonly config: StabilityConfig;
  readonly own: (id: string) => Expr;
  /** Tiers, best first. */
  readonly ids: readonly string[];
  /** By the rule alone. */
  readonly tier: Expr;
  readonly scale?: TierScale;
  readonly overrides: Overrides | undefined;
}

const placeOf = (tier: Expr, ids: readonly string[], ...otherwise: readonly Expr[]): Expr =>
  call('case', ...ids.flatMap((id, at) => [call('eq', tier, literal(id)), literal(at + 1)]), ...otherwise);

/** Where the customer stood, where the rule puts them now, and where it would with the margin. */
function standing({ config, own, ids, tier, scale }: Held, values: readonly LabelValue[]): readonly MadeColumn[] {
  const { as, margin = {} } = config;
  const shifted = (by: number): Expr => invariant(scale?.place, 'a margin has lines')(by);
  const [was, now] = [own('was'), own('now')];
  const reached: readonly Expr[] = [
    ...(margin.rise === undefined ? [] : [call('lt', now, was), call('least', was, shifted(-margin.rise))]),
    ...(margin.keep === undefined ? [] : [call('gt', now, was), call('greatest', was, shifted(margin.keep))]),
  ];
  const label = (id: string, suffix: string, title: LocalText, expr: Expr): MadeColumn => ({
    ...{ id, name: `${as}${suffix}`, title, type: 'string', expr, values },
    told: true,
  });
  return [
    label('before', 'Before', { en: 'Tier before', 'zh-CN': '原等级' }, before),
    label('rule', 'Rule', { en: 'Tier by the score', 'zh-CN': '按得分的等级' }, tier),
    { id: 'was', type: 'number', decimals: 0, expr: placeOf(before, ids) },
    { id: 'now', type: 'number', decimals: 0, expr: placeOf(tier, ids, literal(ids.length + 1)) },
    { id: 'days', type: 'number', decimals: 0, expr: call('daysBetween', beforeSince, asOf) },
    ...(reached.length === 0 ? [] : [{ id: 'reached', type: 'number', decimals: 0, expr: call('case', ...reached, now) } as const]),
  ];
}

/** The tier, why, since when and until when. */
function outcome(held: Held, values: readonly LabelValue[]): readonly MadeColumn[] {
  const { config, own, ids, overrides } = held;
  const { as } = config;
  const tier = call('case', ...ids.flatMap((id, at) => [call('eq', own('place'), literal(at + 1)), literal(id)]));
  const same = call('if', call('eq', own('place'), own('was')), call('coalesce', beforeSince, asOf), asOf);
  const until = lastDay(held);
  return [
    {
      id: 'reason',
      name: `${as}Reason`,
      title: { en: 'Why', 'zh-CN': '原因' },
      type: 'string',
      expr: reasonOf(held),
      values: reasonValues,
      answers: true,
      told: true,
    },
    { id: 'place', type: 'number', decimals: 0, expr: placeFrom(held, overrides) },
    {
      id: 'tier',
      name: as,
      title: { en: 'Tier held', 'zh-CN': '稳定后的等级' },
      type: 'string',
      expr: tier,
      values,
      answers: true,
      told: true,
      ...(as === config.of ? { replaces: true } : {}),
    },
    {
      id: 'since',
      name: `${as}Since`,
      title: { en: 'In this tier since', 'zh-CN': '自何日起' },
      type: 'date',
      expr: call('if', call('exists', own('tier')), same),
    },
    ...(until === undefined
      ? []
      : [{ id: 'until', name: `${as}Until`, title: { en: 'Held until', 'zh-CN': '保持至' }, type: 'date', expr: until } as const]),
  ];
}

interface DateRule {
  readonly reason: Reason;
  readonly days: number;
}

/** Of stay and grace the longer one: while it holds, the other changes nothing. */
function downRule(config: StabilityConfig): DateRule | undefined {
  const { stay, grace } = holdRules(config);
  if (grace !== undefined && grace.days >= (stay?.days ?? 0)) return { reason: 'grace', days: grace.days };
  return stay === undefined ? undefined : { reason: 'stay', days: stay.days };
}

function upRule(config: StabilityConfig): DateRule | undefined {
  const { stay } = holdRules(config);
  return stay?.upgrades === 'wait' ? { reason: 'stay', days: stay.days } : undefined;
}

const says = (reason: Reason): Expr => literal(reason);

/** The first that applies. */
function reasonOf(held: Held): Expr {
  const { config, own, tier, scale, overrides } = held;
  const [was, now] = [own('was'), own('now')];
  const reached = reachedIn(held);
  const early = (rule: DateRule | undefined, worse: boolean): readonly Expr[] =>
    rule === undefined
      ? []
      : [call('and', call(worse ? 'gt' : 'lt', now, was), call('lt', own('days'), literal(rule.days))), says(rule.reason)];
  const margins = config.margin?.keep !== undefined || config.margin?.rise !== undefined;
  const nextStep = call('add', was, literal(1));
  return call(
    'case',
    ...(overrides === undefined ? [] : [call('exists', overrides.forced), says('override')]),
    call('isMissing', was),
    call('if', call('isBlank', before), says('new'), says('unknown')),
    call('eq', now, was),
    says('unchanged'),
    call('isMissing', scale?.score ?? tier),
    says('no-score'),
    ...early(upRule(config), false),
    ...early(downRule(config), true),
    ...(margins ? [call('eq', reached, was), says('margin')] : []),
    call('lt', reached, was),
    says('up'),
    ...(config.oneStep ? [call('or', call('le', own('days'), literal(0)), call('gt', reached, nextStep)), says('step')] : []),
    says('down'),
  );
}

/** Where the score leads, margins counted in. */
function reachedIn({ config: { margin = {} }, own }: Held): Expr {
  return own(margin.keep === undefined && margin.rise === undefined ? 'now' : 'reached');
}

function placeFrom(held: Held, overrides: Overrides | undefined): Expr {
  const { config, own, ids } = held;
  const [was, reason] = [own('was'), own('reason')];
  const stays: readonly Reason[] = ['unchanged', 'margin', 'stay', 'grace', ...(config.missing === 'keep' ? (['no-score'] as const) : [])];
  const step = call('if', call('le', own('days'), literal(0)), was, call('add', was, literal(1)));
  return call(
    'case',
    ...(overrides === undefined ? [] : [call('eq', reason, says('override')), placeOf(overrides.forced, ids)]),
    call('in', reason, list(['new', 'unknown', ...(config.missing === 'keep' ? [] : ['no-score'])])),
    own('now'),
    call('in', reason, list(stays)),
    was,
    ...(config.oneStep ? [call('eq', reason, says('step')), step] : []),
    reachedIn(held),
  );
}

/** Last day of what holds the tier for a time. */
function lastDay({ config, own, overrides }: Held): Expr | undefined {
  const [up, down] = [upRule(config), downRule(config)];
  const rules = [down, ...(up?.reason === down?.reason ? [] : [up])].filter((rule) => rule !== undefined);
  const dated = [
    ...(overrides === undefined ? [] : [call('eq', own('reason'), says('override')), overrides.until]),
    ...rules.flatMap(({ reason, days }) => [call('eq', own('reason'), says(reason)), call('addDays', beforeSince, literal(days - 1))]),
  ];
  return dated.length === 0 ? undefined : call('case', ...dated);
}
