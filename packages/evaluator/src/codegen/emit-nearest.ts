// The nearest centroid as plain comparisons: one running best, no loop and no list.
import type { Expr } from '@tierflow/definition';
import { type Emitter, numbersOf } from './emitter.ts';

/** More products than this are a call of the reference. */
const FLAT_PRODUCTS = 300;

/** Text of the number of the nearest centroid, `none` where an argument is missing; undefined where it would be too long. */
export function emitNearest(expr: Extract<Expr, { op: 'call' }>, emitter: Emitter, none: string): string | undefined {
  const centroids = numbersOf(expr.args[0], emitter);
  const parts = expr.args.slice(1);
  const d = parts.length;
  const k = Math.floor(centroids.length / d);
  if (k === 0 || centroids.length > FLAT_PRODUCTS) return undefined;
  const values = parts.map(() => emitter.temporary());
  const [best, next, nearest] = [emitter.temporary(), emitter.temporary(), emitter.temporary()];
  const distance = (c: number): string =>
    values
      .map((value, f) => `(${value} - ${emitter.constant(centroids[c * d + f])})`)
      .map((difference) => `${difference} * ${difference}`)
      .join(' + ');
  const steps = [
    ...values.map((value, f) => `${value} = ${emitter.recur.number(parts[f] as Expr, emitter)}`),
    `${nearest} = 1`,
    `${best} = ${distance(0)}`,
    ...Array.from(
      { length: k - 1 },
      (_, c) => `${next} = ${distance(c + 1)}, ${next} < ${best} && (${best} = ${next}, ${nearest} = ${c + 2})`,
    ),
  ];
  return `(${steps.join(', ')}, ${best} === ${best} ? ${nearest} : ${none})`;
}
