// Random numbers: fixed streams, right moments; elementary functions against the engine's.
import { expect, it } from 'vitest';
import { exp, ln } from '../src/elementary.ts';
import { Random, Weighted } from '../src/random.ts';

const DRAWS = 40_000;

it('gives the same stream for the same seed and another one for another', () => {
  const draw = (seed: number, stream: number) =>
    Array.from(
      { length: 3 },
      (
        (random) => () =>
          random.next()
      )(new Random(seed, stream)),
    );
  expect(draw(1, 7)).toEqual(draw(1, 7));
  expect(draw(1, 7)).not.toEqual(draw(1, 8));
  expect(draw(1, 7)).not.toEqual(draw(2, 7));
});

it('computes logarithm and exponential to the last digits', () => {
  for (const x of [1e-12, 0.3, 0.5, 0.999, 1, 1.5, 2, 10, 123_456.789, 1e15]) expect(Math.abs(ln(x) - Math.log(x))).toBeLessThan(1e-13);
  for (const x of [-30, -1, -1e-9, 0, 0.5, 1, 12.5, 100]) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 12);
});

it.each([
  ['uniform', (random: Random) => random.next(), 0.5, 1 / 12],
  ['exponential', (random: Random) => random.exponential(), 1, 1],
  ['normal', (random: Random) => random.normal(), 0, 1],
  ['gamma 0.6', (random: Random) => random.gamma(0.6), 0.6, 0.6],
  ['gamma 3', (random: Random) => random.gamma(3), 3, 3],
  ['beta 1, 4', (random: Random) => random.beta(1, 4), 0.2, 4 / 150],
  ['poisson 2', (random: Random) => random.poisson(2), 2, 2],
])('draws %s with its mean and variance', (_name, draw, mean, variance) => {
  const random = new Random(11, 3);
  const values = Array.from({ length: DRAWS }, () => draw(random));
  const found = values.reduce((a, b) => a + b, 0) / DRAWS;
  const spread = values.reduce((a, b) => a + (b - found) ** 2, 0) / DRAWS;
  expect(Math.abs(found - mean)).toBeLessThan(4 * Math.sqrt(variance / DRAWS) + 1e-9);
  expect(spread / variance).toBeCloseTo(1, 1);
});

it('draws weighted values by their weight', () => {
  const random = new Random(5, 5);
  const letters = new Weighted([
    ['a', 3],
    ['b', 0],
    ['c', 1],
  ] as const);
  const drawn = Array.from({ length: DRAWS }, () => letters.draw(random));
  expect(drawn.filter((each) => each === 'a').length / DRAWS).toBeCloseTo(0.75, 1);
  expect(drawn).not.toContain('b');
});
