// Every text and mark of the product can be read: contrast is computed from the tokens, in both schemes.
import { expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { type ColorName, colors, tierStep } from './tokens.ts';

const schemes = [0, 1] as const;
const backgrounds = ['canvas', 'surface', 'sunken'] as const;
const texts = ['ink', 'ink-2', 'ink-3'] as const;
const marks = ['tier-1', 'tier-2', 'tier-3', 'tier-4', 'tier-5', 'line-strong'] as const;

const between = (a: ColorName, b: ColorName, scheme: 0 | 1) => contrast(colors[a][scheme], colors[b][scheme]);

test('knows black on white', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#FFFFFF')).toBeGreaterThan(4.5);
  expect(contrast('#777777', '#FFFFFF')).toBeLessThan(4.5);
});

test.each(schemes)('text is at least 4.5 on every background (scheme %i)', (scheme) => {
  for (const text of [...texts, 'accent', 'ok', 'warn', 'err'] as const) {
    for (const background of backgrounds) expect(between(text, background, scheme), `${text} on ${background}`).toBeGreaterThanOrEqual(4.5);
  }
  expect(between('on-accent', 'accent', scheme)).toBeGreaterThanOrEqual(4.5);
  expect(between('accent', 'accent-soft', scheme)).toBeGreaterThanOrEqual(4.5);
  expect(between('ink', 'accent-soft', scheme)).toBeGreaterThanOrEqual(4.5);
});

test.each(schemes)('letters on tier chips and glyphs on tiles are at least 4.5 (scheme %i)', (scheme) => {
  for (const step of [1, 2, 3, 4, 5] as const) {
    expect(between(`on-tier-${step}`, `tier-${step}`, scheme), `tier ${step}`).toBeGreaterThanOrEqual(4.5);
  }
  for (const kind of ['data', 'filter', 'score', 'combine', 'tier', 'act', 'canvas'] as const) {
    expect(between('glyph', `kind-${kind}`, scheme), `kind ${kind}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(schemes)('marks are at least 3 on canvas and card (scheme %i)', (scheme) => {
  for (const mark of marks) {
    for (const background of ['canvas', 'surface'] as const)
      expect(between(mark, background, scheme), `${mark} on ${background}`).toBeGreaterThanOrEqual(3);
  }
});

test.each(schemes)('contrast of tiers with the canvas falls from the top tier down (scheme %i)', (scheme) => {
  const ramp = ([1, 2, 3, 4, 5] as const).map((step) => between(`tier-${step}`, 'canvas', scheme));
  expect(ramp).toEqual([...ramp].sort((a, b) => b - a));
});

test('the ramp is spread over the tiers there are', () => {
  expect([0, 1, 2].map((place) => tierStep(place, 3))).toEqual([1, 3, 5]);
  expect([0, 1, 2, 3, 4].map((place) => tierStep(place, 5))).toEqual([1, 2, 3, 4, 5]);
  expect(tierStep(7, 8)).toBe(5);
});
