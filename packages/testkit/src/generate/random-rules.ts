// Random conditions, features and formulas over the columns known above a node.
import type { Json } from '@tierflow/definition';
import type { Random } from './random.ts';

/** Columns known above a node. */
export interface Seen {
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
}

export function condition(seen: Seen, random: Random, depth: number): Json {
  if (depth > 0 && random.chance(0.6)) {
    const parts = Array.from({ length: 1 + random.integer(3) }, () => condition(seen, random, depth - 1));
    return random.chance(0.2) ? { not: parts[0] ?? { all: [] } } : random.chance(0.5) ? { all: parts } : { any: parts };
  }
  const number = random.pick(seen.numbers);
  const text = random.pick(seen.texts);
  return random.pick<() => Json>([
    () => ({ field: number, op: random.pick(['lt', 'le', 'gt', 'ge', 'eq', 'ne']), value: random.pick([0, 1, 2.5, 100]) }),
    () => ({ field: number, op: 'between', value: [0, 50] }),
    () => ({ field: number, op: random.pick(['in', 'notIn']), value: [0, 1, 2] }),
    () => ({ field: number, op: random.pick(['isEmpty', 'isNotEmpty']) }),
    () => ({ field: text, op: random.pick(['eq', 'ne', 'contains', 'startsWith', 'endsWith']), value: random.pick(['a', '北京', 'B']) }),
    () => ({ field: text, op: random.pick(['in', 'notIn']), value: ['a', 'b', '上海'] }),
    () => ({ field: text, op: random.pick(['isEmpty', 'isNotEmpty']) }),
    () => ({ field: 'b1', op: 'eq', value: true }),
    () => ({ field: random.pick(['d1', 't1']), op: random.pick(['withinDays', 'notWithinDays']), value: 300 }),
    () => ({ field: random.pick(['d1', 't1']), op: 'ge', value: '2025-06-01' }),
    () => ({ expr: `${number} * 2 > 3 and ${text} != "a"` }),
    () => ({ expr: `${number} > n2` }),
  ])();
}

export function lineCondition(random: Random): Json {
  return random.pick<Json>([
    { field: 'amount', op: 'gt', value: 1 },
    {
      all: [
        { field: 'ok', op: 'eq', value: true },
        { field: 'sku', op: 'ne', value: 'a' },
      ],
    },
    { not: { field: 'sku', op: 'in', value: ['a', '北京'] } },
  ]);
}

export function feature(name: string, random: Random): Json {
  const fn = random.pick(['count', 'sum', 'mean', 'min', 'max', 'first', 'last', 'distinct', 'daysSinceLast', 'daysSinceFirst']);
  const value =
    fn === 'count' || fn.startsWith('days')
      ? {}
      : { value: random.chance(0.7) ? random.pick(['amount', 'qty']) : { expr: 'amount * qty' } };
  return {
    name,
    fn,
    ...value,
    ...(random.chance(0.4) ? { where: lineCondition(random) } : {}),
    ...(random.chance(0.4) ? { window: 400 } : {}),
  };
}

export function numberFormula({ numbers, texts }: Seen, random: Random): string {
  const [a, b] = [random.pick(numbers), random.pick(numbers)];
  return random.pick([
    `${a} + ${b}`,
    `${a} / ${b}`,
    `$round(${a} * 1.5, 1)`,
    `$exists(${a}) ? ${a} : 0`,
    `$length(${random.pick(texts)})`,
    '$sum(orders.amount)',
    '$count(orders[ok and qty > 1])',
    '$sum(orders[sku = "a"].(amount * qty))',
    '$max(orders.amount) - $min(orders.amount)',
  ]);
}
