import { expect, test } from 'vitest';
import { RowError } from '../../row-error.ts';
import { bgnbd } from './bgnbd.ts';
import { gammaGammaMean } from './gamma-gamma.ts';
import { probability, purchases } from './history.ts';
import { leavingSums } from './leaving.ts';
import { paretoNbd } from './pareto-nbd.ts';

/** The plain series of Gauss's hypergeometric function: what published formulas are written with. */
function gauss(a: number, b: number, c: number, z: number): number {
  let [term, sum] = [1, 1];
  for (let k = 0; k < 100_000 && Math.abs(term) > 1e-18 * Math.abs(sum); k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
  }
  return sum;
}

const bgnbdPurchases = purchases(bgnbd);
const paretoNbdPurchases = purchases(paretoNbd);
const fitted = [0.243, 4.414, 0.793, 2.426];
const paretoFitted = [0.553, 10.578, 0.606, 11.669];

test('BG/NBD: expected purchases are equation 10, as published for a customer of CDNOW', () => {
  expect(bgnbdPurchases(fitted, 2, 30.43, 38.86, 39)).toBeCloseTo(1.226, 2);
  for (const [x, tx, T, t] of [
    [0, 0, 38, 39],
    [2, 30.43, 38.86, 39],
    [26, 30.9, 31, 52],
    [5, 3, 38, 1],
  ] as const) {
    const [r = 0, alpha = 0, a = 0, b = 0] = fitted;
    const share = x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x);
    const series = gauss(r + x, b + x, a + b + x - 1, t / (alpha + T + t));
    const published = (((a + b + x - 1) / (a - 1)) * (1 - ((alpha + T) / (alpha + T + t)) ** (r + x) * series)) / (1 + share);
    expect(bgnbdPurchases(fitted, x, tx, T, t)! / published).toBeCloseTo(1, 12);
  }
});

test('BG/NBD: the pole of the published formula at a = 1 is none', () => {
  const at = (a: number) => bgnbdPurchases([0.24, 4.4, a, 2.4], 3, 20, 30, 52) as number;
  expect(at(1)).toBeCloseTo((at(0.9999) + at(1.0001)) / 2, 6);
});

test('who never bought again is alive for BG/NBD; more purchases long ago mean rather gone for both', () => {
  expect(probability(bgnbd)(fitted, 0, 0, 39)).toBe(1);
  for (const model of [bgnbd, paretoNbd]) {
    const chances = [10, 15, 20, 25].map((x) => probability(model)(model === bgnbd ? fitted : paretoFitted, x, 20, 39) as number);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
  }
});

test('Pareto/NBD: the integral over leaving is the published difference of hypergeometric functions', () => {
  for (const [alpha, beta] of [
    [10.578, 11.669],
    [11.669, 10.578],
    [4, 4],
  ] as const) {
    const [r, s, x, tx, T] = [0.553, 0.606, 4, 12, 38];
    const whole = r + s + x;
    const [low, high] = [Math.min(alpha, beta), Math.max(alpha, beta)];
    const second = alpha >= beta ? s + 1 : r + x;
    const part = (time: number) => gauss(whole, second, whole + 1, (high - low) / (high + time)) / (high + time) ** whole;
    const published = (s / whole) * (part(tx) - part(T)) * (alpha + T) ** (r + x) * (beta + T) ** s;
    const sums = leavingSums({ shape: r + x, alpha, s, beta, from: tx, to: T });
    expect((s * sums.whole * Math.exp(sums.scale)) / published).toBeCloseTo(1, 11);
  }
});

test('Pareto/NBD: expected purchases of a new customer, also where s = 1', () => {
  const [r, alpha, s, beta] = [0.553277, 10.577684, 0.60624, 11.668738];
  expect(paretoNbdPurchases([r, alpha, s, beta], 0, 0, 0, 52)).toBeCloseTo(1.473434, 5);
  const at = (value: number) => paretoNbdPurchases([r, alpha, value, beta], 1, 5, 9, 52) as number;
  expect(at(1)).toBeCloseTo((at(0.9999) + at(1.0001)) / 2, 6);
});

test('a step and a rate discount what comes later; without a rate steps change nothing', () => {
  const all = bgnbdPurchases(fitted, 2, 30, 39, 52) as number;
  const months = Array.from({ length: 12 }, (_, at) => bgnbdPurchases(fitted, 2, 30, 39, (at + 1) * (52 / 12)) as number);
  const each = months.map((until, at) => until - (months[at - 1] ?? 0));
  const worth = each.reduce((sum, made, at) => sum + made / 1.01 ** (at + 1), 0);
  expect(bgnbdPurchases(fitted, 2, 30, 39, 52, 52 / 12, 0.01)).toBeCloseTo(worth, 10);
  expect(bgnbdPurchases(fitted, 2, 30, 39, 52, 7, 0)).toBeCloseTo(all, 10);
});

test('the amount lies between the own mean and that of all, nearer to the own with more purchases', () => {
  const model = [6.25, 3.74, 15.44];
  const all = gammaGammaMean(model, 0, undefined) as number;
  expect(all).toBeCloseTo(35.22, 2);
  const once = gammaGammaMean(model, 1, 100) as number;
  const often = gammaGammaMean(model, 20, 100) as number;
  expect([all, once, often, 100]).toEqual([all, once, often, 100].toSorted((a, b) => a - b));
});

test('no model and no history are missing; what cannot be is an error of the row', () => {
  expect(bgnbdPurchases([], 2, 1, 3, 52)).toBeUndefined();
  expect(bgnbdPurchases(fitted, 2, undefined, 3, 52)).toBeUndefined();
  expect(gammaGammaMean([6, 3, 15], 2, undefined)).toBeUndefined();
  const impossible = [
    () => bgnbdPurchases(fitted, 1.5, 1, 3, 52),
    () => bgnbdPurchases(fitted, 1, 4, 3, 52),
    () => bgnbdPurchases(fitted, 1, 2, 3, -1),
    () => bgnbdPurchases([1, 2, 3], 1, 2, 3, 52),
    () => paretoNbdPurchases([1, 2, 0, 4], 1, 2, 3, 52),
    () => paretoNbdPurchases(paretoFitted, 1, 2, 3, 52, 1e-9, 0.1),
    () => gammaGammaMean([6, 0.5, 15], 0, undefined),
  ];
  for (const call of impossible) expect(call).toThrow(RowError as never);
});

test('extreme models and histories give finite numbers in range', () => {
  const extremes = [1e-6, 1e-2, 1, 1e3, 1e5];
  for (const r of extremes)
    for (const alpha of extremes)
      for (const s of extremes)
        for (const beta of extremes)
          for (const [x, tx, T] of [
            [0, 0, 0],
            [0, 0, 50],
            [1, 1e-3, 50],
            [3, 50, 50],
            [700, 3, 50],
          ] as const) {
            const chance = probability(paretoNbd)([r, alpha, s, beta], x, tx, T) as number;
            const other = probability(bgnbd)([r, alpha, s, beta], x, tx, T) as number;
            const made = paretoNbdPurchases([r, alpha, s, beta], x, tx, T, 52) as number;
            expect([chance >= 0 && chance <= 1, other >= 0 && other <= 1, made >= 0 && Number.isFinite(made)]).toEqual([true, true, true]);
          }
});
