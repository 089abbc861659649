// Random nodes: a config of every kind over the columns known above it.
import type { Json } from '@tierflow/definition';
import type { Random } from './random.ts';
import { condition, feature, lineCondition, numberFormula, type Seen } from './random-rules.ts';

/** A config, or an object within one. */
export type Config = { [name: string]: Json };

/** A node as drawn: its ways out, and the columns it makes. */
export interface Made {
  readonly kind: string;
  readonly config: Config;
  readonly ports?: readonly string[];
  /** The column of a tiers node, and whether lines of a score part its tiers. */
  readonly tiers?: { readonly name: string; readonly lines: boolean };
  readonly numbers?: readonly string[];
  readonly texts?: readonly string[];
}

/** One for each kind of node, several for some. */
export const makers: readonly ((id: string, seen: Seen, random: Random) => Made)[] = [
  (_, seen, random) => ({
    kind: 'filter',
    config: { where: condition(seen, random, 2), ...(random.chance(0.4) ? { unknown: random.pick(['rest', 'match']) } : {}) },
    ports: ['match', 'rest'],
  }),
  (_, seen, random) => ({
    kind: 'switch',
    config: { cases: ['a', 'b', 'c'].slice(0, 1 + random.integer(3)).map((id) => ({ id, where: condition(seen, random, 1) })) },
    ports: ['a', 'rest'],
  }),
  (id, _, random) => ({
    kind: 'aggregate',
    config: { from: 'orders', features: [feature(`${id}a`, random), feature(`${id}b`, random)] },
    numbers: [`${id}a`, `${id}b`],
  }),
  (id, seen, random) => ({
    kind: 'formula',
    config: {
      columns: [
        { name: `${id}f`, expr: numberFormula(seen, random) },
        { name: `${id}g`, expr: `${id}f > 3 ? "high" : ${id}f < 0 ? "low" : $uppercase(${random.pick(seen.texts)})` },
      ],
    },
    numbers: [`${id}f`],
    texts: [`${id}g`],
  }),
  () => ({ kind: 'merge', config: {} }),
  rfm,
  rfm,
  scorecard,
  scorecard,
  tiers,
  tiers,
  cluster,
  basket,
  clv,
  allocate,
  (id, seen, random) => ({
    kind: 'abc',
    config: { value: random.pick(seen.numbers), as: `${id}abc`, ...(random.chance(0.3) ? { rule: 'within' } : {}) },
    texts: [`${id}abc`],
  }),
  lookup,
  clean,
  table,
  (id, seen, random) => ({
    kind: 'percentile',
    config: { field: random.pick(seen.numbers), as: `${id}rank`, better: random.pick(['higher', 'lower']) },
    numbers: [`${id}rank`],
  }),
  (id, _, random) => ({
    kind: 'split',
    config: {
      salt: id,
      shares: [
        { id: 'a', share: 0.3 },
        { id: 'b', share: 0.7 },
      ],
      ...(random.chance(0.3) ? { as: `${id}group` } : {}),
    },
    ports: ['a', 'b'],
  }),
  (id, _, random) => ({
    kind: 'lifecycle',
    config: {
      from: 'orders',
      as: `${id}stage`,
      stages: [
        { id: 'none', purchases: { to: 0 } },
        { id: 'fresh', first: { to: random.pick([30, 300]) } },
        { id: 'steady', purchases: { from: 2 }, last: { to: 200 }, gap: { to: random.pick([50, 400]) } },
      ],
      ...(random.chance(0.3) ? { date: 'day' } : {}),
      ...(random.chance(0.3) ? { where: lineCondition(random) } : {}),
    },
    ports: ['none', 'fresh', 'steady', 'rest'],
    texts: [`${id}stage`],
  }),
];

function rfm(id: string, seen: Seen, random: Random): Made {
  const method = random.pick(['quantiles', 'linear', 'fixed', 'meanSplit']);
  const bins = random.pick([2, 3, 5]);
  const fixed = { R: [30, 90, 200, 400], F: [1, 2, 3, 4], M: [1, 10, 50, 100] };
  const five = method === 'fixed' || (method !== 'meanSplit' && bins === 5);
  const from = random.chance(0.7);
  const measures: Config = from
    ? {
        from: 'orders',
        frequency: { count: random.pick(['events', 'days']) },
        monetary: { fn: random.pick(['sum', 'mean']), value: random.chance(0.7) ? 'amount' : { expr: 'amount * qty' } },
        ...(random.chance(0.4) ? { where: lineCondition(random) } : {}),
        ...(random.chance(0.4) ? { window: 500 } : {}),
      }
    : {
        recency: { field: random.pick(['d1', random.pick(seen.numbers)]) },
        frequency: { field: random.pick(seen.numbers) },
        monetary: { field: random.pick(seen.numbers) },
      };
  const groups = five ? random.pick<Json>(['eight', 'ten', 'four', [{ id: 'top', R: [4, 5], M: [3, 5] }]]) : 'eight';
  return {
    kind: 'rfm',
    config: {
      ...measures,
      method,
      bins,
      as: id,
      ...(method === 'fixed' ? { cuts: fixed } : {}),
      ...(random.chance(0.3) ? { closed: random.pick(['left', 'right']) } : {}),
      ...(random.chance(0.7) ? { groups } : {}),
    },
    numbers: [`${id}recency`, `${id}frequency`, `${id}monetary`, `${id}R`, `${id}F`, `${id}M`],
    texts: [`${id}RFM`],
  };
}

function lookup(id: string, seen: Seen, random: Random): Made {
  const own = {
    table: [
      { from: ['a', '北京', 'high'], to: 'one' },
      { from: ['b', ''.padEnd(9, 'x')], to: 'two' },
    ],
    field: random.pick(seen.texts),
  };
  const place = {
    table: 'china-regions',
    field: random.pick(seen.texts),
    level: random.pick(['province', 'city']),
    show: random.pick(['region', 'province', 'city', 'circle', 'code']),
    ...(random.chance(0.5) ? { within: random.pick(seen.texts) } : {}),
  };
  const size = { table: 'company-size', employees: random.pick(seen.numbers), revenue: random.pick(seen.numbers) };
  const config = { ...random.pick<{ readonly [name: string]: Json }>([own, place, size]), as: `${id}look`, outcome: `${id}went` };
  return { kind: 'lookup', config, texts: [`${id}look`, `${id}went`] };
}

function clean(id: string, seen: Seen, random: Random): Made {
  const mend = random.pick<Config>([
    { do: random.pick(['trim', 'uppercase']), field: random.pick(seen.texts) },
    { do: 'default', field: random.pick(seen.texts), value: 'none' },
    { do: 'default', field: random.pick(seen.numbers), value: '7' },
    { do: 'clamp', field: random.pick(seen.numbers), min: -5, max: 50 },
  ]);
  const ask = random.pick<Config>([
    { do: 'required', field: random.pick(seen.texts) },
    { do: 'range', field: random.pick(seen.numbers), max: 40 },
    { do: 'oneOf', field: random.pick(seen.texts), values: [{ value: 'a' }, { value: '北京' }] },
    { do: 'pattern', field: random.pick(seen.texts), pattern: '[a-m]' },
  ]);
  return { kind: 'clean', config: { rules: [mend, ask], as: `${id}why` }, ports: ['out', 'quarantined'], texts: [`${id}why`] };
}

function table(id: string, seen: Seen, random: Random): Made {
  const [number, other, text] = [random.pick(seen.numbers), random.pick(seen.numbers), random.pick(seen.texts)];
  const limit = (): number => random.pick([0, 1, 2.5, 100]);
  const numeric = (): Json =>
    random.pick<Json>([
      null,
      { op: random.pick(['lt', 'le', 'gt', 'ge', 'eq', 'ne']), value: limit() },
      { op: 'between', value: [0, 50], open: random.pick(['low', 'high', 'both']) },
      { op: random.pick(['in', 'notIn']), value: [0, 1, 2] },
      { op: random.pick(['isEmpty', 'isNotEmpty']) },
    ]);
  const textual = (): Json =>
    random.pick<Json>([
      null,
      null,
      { op: random.pick(['eq', 'ne']), value: '北京' },
      { op: random.pick(['in', 'notIn']), value: ['a', 'b'] },
      { op: 'isEmpty' },
    ]);
  const values = (): Json => [random.pick([0.1, 0.2, 7, null]), random.pick(['one', 'two', null]), random.chance(0.5)];
  const rows = Array.from(
    { length: 1 + random.integer(4) },
    (_, at): Json => ({
      id: `r${at + 1}`,
      cells: [numeric(), numeric(), textual()],
      values: values(),
    }),
  );
  return {
    kind: 'table',
    config: {
      inputs: [{ field: number }, { expr: `${other} * 2` }, { field: text }],
      outputs: [
        { name: `${id}points`, type: 'number', ...(random.chance(0.3) ? { collect: random.pick(['min', 'max', 'count']) } : {}) },
        { name: `${id}label`, type: 'string' },
        { name: `${id}flag`, type: 'boolean' },
      ],
      hit: random.pick(['first', 'unique', 'collect']),
      rows,
      ...(random.chance(0.4) ? { otherwise: values() } : {}),
    },
    numbers: [`${id}points`],
    texts: [`${id}label`, `${id}pointsRow`],
  };
}

function scorecard(id: string, seen: Seen, random: Random): Made {
  const bands = [
    { from: 100, points: 10 },
    { from: 1.5, points: 7.5 },
    { from: null, points: 1 },
  ];
  const ranged = random.chance(0.25);
  const parts = Array.from({ length: 1 + random.integer(3) }, (): Json => {
    const scale = random.pick(ranged ? ['minmax', 'percentile', 'bands'] : ['none', 'none', 'minmax', 'z', 'percentile', 'bands']);
    const turns = scale === 'minmax' || scale === 'z' || scale === 'percentile';
    return {
      ...(random.chance(0.8) ? { field: random.pick(seen.numbers) } : { expr: `${random.pick(seen.numbers)} * 2` }),
      weight: random.pick([0.3, 0.4, 1, 2.5]),
      scale,
      ...(scale === 'bands' ? { bands } : {}),
      ...(turns && random.chance(0.4) ? { better: 'lower' } : {}),
    };
  });
  return {
    kind: 'scorecard',
    config: {
      parts,
      missing: random.pick(['missing', 'zero', 'median', 'reweigh']),
      as: `${id}score`,
      ...(ranged ? { range: [0, 100] } : {}),
    },
    numbers: [`${id}score`],
  };
}

function basket(id: string, _: Seen, random: Random): Made {
  return {
    kind: 'basket',
    config: {
      from: 'orders',
      item: random.pick<Json>(['sku', 'qty', { expr: 'sku & (amount > 50 ? "+" : "")' }]),
      ...(random.chance(0.4) ? { where: lineCondition(random) } : {}),
      ...(random.chance(0.6) ? { basket: random.pick(['day', 'at']) } : {}),
      minSupport: random.pick([0, 0.05, 0.3]),
      minConfidence: 0.1,
      minLift: random.pick([0, 1]),
      best: random.pick(['lift', 'confidence', 'support']),
      maxRules: random.pick([3, 200]),
      as: `${id}next`,
    },
    numbers: [`${id}nextRule`, `${id}nextLift`],
    texts: [`${id}next`, `${id}nextBecause`],
  };
}

function cluster(id: string, seen: Seen, random: Random): Made {
  const names = [...new Set(Array.from({ length: 1 + random.integer(3) }, () => random.pick(seen.numbers)))];
  return {
    kind: 'cluster',
    config: {
      fields: names.map((field): Json => (random.chance(0.9) ? { field } : { expr: `${field} * 2` })),
      k: 1 + random.integer(5),
      as: `${id}c`,
      missing: random.pick(['missing', 'missing', 'zero', 'median']),
      ...(random.chance(0.3) ? { scale: 'none' } : {}),
      ...(random.chance(0.3) ? { orderBy: random.pick(seen.numbers), order: 'rising' } : {}),
    },
    numbers: [`${id}cNumber`, `${id}cMargin`],
  };
}

function allocate(id: string, seen: Seen, random: Random): Made {
  const offer = (name: string): Json => ({
    id: name,
    value: random.chance(0.7) ? random.pick(seen.numbers) : { expr: `${random.pick(seen.numbers)} + 1` },
    cost: random.pick<Json>([0, 2.5, random.pick(seen.numbers), { expr: `${random.pick(seen.numbers)} * 2` }]),
    ...(random.chance(0.7) ? { capacity: random.pick([0, 3, 20]) } : {}),
    ...(random.chance(0.4) ? { budget: random.pick([0, 30, 500.5]) } : {}),
    ...(random.chance(0.4) ? { where: condition(seen, random, 1) } : {}),
  });
  const offers = ['visit', 'call', 'mail'].slice(0, 1 + random.integer(3));
  return {
    kind: 'allocate',
    config: {
      offers: offers.map(offer),
      ...(random.chance(0.3) ? { budget: 100 } : {}),
      ...(random.chance(0.4) ? { as: `${id}given` } : {}),
    },
    ports: [...offers, 'waiting', 'rest'],
  };
}

function clv(id: string, _: Seen, random: Random): Made {
  const valued = random.chance(0.7);
  return {
    kind: 'clv',
    config: {
      from: 'orders',
      as: id,
      model: random.chance(0.8) ? 'bgnbd' : 'paretonbd',
      unit: random.pick(['day', 'week', 'month']),
      horizon: random.pick([0.5, 12, 52]),
      ...(valued ? { value: random.pick<Json>(['amount', { expr: 'amount * qty' }]) } : {}),
      ...(random.chance(0.4) ? { discount: 0.1 } : {}),
      ...(random.chance(0.3) ? { date: 'day' } : {}),
      ...(random.chance(0.3) ? { where: lineCondition(random) } : {}),
    },
    numbers: [`${id}alive`, `${id}purchases`, ...(valued ? [`${id}spend`, `${id}clv`] : [])],
  };
}

function tiers(id: string, seen: Seen, random: Random): Made {
  const rule = random.pick<Config>([
    {
      bands: [
        { id: 'high', from: random.pick([4.4, 50, 0.7]) },
        { id: 'mid', from: 0.3 },
        { id: 'low', from: random.chance(0.5) ? null : -3 },
      ],
    },
    {
      topShare: [
        { id: 'high', share: 0.07 },
        { id: 'mid', share: 0.3 },
        { id: 'low', share: random.pick([0.63, 0.2]) },
      ],
    },
    {
      topCount: [
        { id: 'high', count: 3 },
        { id: 'mid', count: 20 },
        { id: 'low', count: random.pick([1, 500]) },
      ],
    },
  ]);
  const scores = seen.numbers.filter((name) => name.endsWith('score'));
  const on = scores.length > 0 && random.chance(0.8) ? random.pick(scores) : random.pick(seen.numbers);
  const as = random.chance(0.5) ? `${id}tier` : undefined;
  return {
    kind: 'tiers',
    config: { on, ...rule, ...(as === undefined ? {} : { as }) },
    ports: ['high', 'mid', 'low', 'unassigned'],
    ...(as === undefined ? {} : { tiers: { name: as, lines: rule['topCount'] === undefined } }),
  };
}

/** Right below a tiers node, which everybody leaves towards it. */
export function stability(id: string, { name, lines }: NonNullable<Made['tiers']>, texts: readonly string[], random: Random): Made {
  const entry = (key: string): Json => ({
    key,
    tier: random.pick(['high', 'low', 'gone']),
    until: random.pick(['2026-03-01', '2026-02-28']),
  });
  return {
    kind: 'stability',
    config: {
      of: name,
      ...(lines && random.chance(0.6) ? { margin: random.pick<Json>([{ keep: 0.1 }, { rise: 1.5 }, { keep: 5, rise: 2 }]) } : {}),
      ...(random.chance(0.4) ? { grace: { days: random.pick([1, 90]) } } : {}),
      ...(random.chance(0.4) ? { stay: { days: 30, upgrades: random.pick(['wait', 'free']) } } : {}),
      oneStep: random.chance(0.3),
      missing: random.pick(['unassigned', 'keep']),
      ...(random.chance(0.3) ? { overrides: ['c1', 'c2', 'c7'].map(entry) } : {}),
      ...(random.chance(0.3) ? { overrideBy: { tier: random.pick(texts), until: random.pick(['d1', 't1']) } } : {}),
      as: `${id}held`,
    },
    ports: ['high', 'mid', 'low', 'unassigned'],
    texts: [`${id}held`, `${id}heldReason`],
  };
}
