import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridOf, way } from './grid.ts';
import { nearestOn, type Path } from './path.ts';

const pathOf = (count: number, hints: readonly number[] = []): Path => ({ count, at: (step) => step, hints });

test('a rule that only rises: the nearest place, in few looks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: 1, max: 2e9 }),
      fc.array(fc.integer({ min: 1, max: 1e9 })),
      (count, from, hints) => {
        let looks = 0;
        const found = nearestOn(pathOf(count, hints), (step) => {
          looks++;
          return step >= from;
        });
        expect(found).toBe(from <= count ? from : undefined);
        expect(looks).toBeLessThan(160);
      },
    ),
  );
});

test('any rule on a short way: the nearest place', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 32 }), (good) => {
      const first = good.indexOf(true);
      expect(nearestOn(pathOf(good.length), (step) => good[step - 1] === true)).toBe(first < 0 ? undefined : first + 1);
    }),
  );
});

test('any rule on a long way: a good place with none before it, and no worse than every hint', () => {
  const sets = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { maxLength: 40 });
  fc.assert(
    fc.property(sets, sets, (places, hints) => {
      const good = new Set(places);
      const found = nearestOn(pathOf(2000, hints), (step) => good.has(step));
      const nearest = Math.min(...hints.filter((hint) => good.has(hint)));
      expect(found ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(nearest);
      if (found !== undefined) expect([good.has(found), good.has(found - 1)]).toEqual([true, false]);
    }),
  );
});

test('between constants nothing changes, so their neighbours are all there is to look at', () => {
  const tenth = fc.integer({ min: -400, max: 400 }).map((n) => n / 10);
  const cutSets = fc.uniqueArray(tenth, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(cutSets, tenth, fc.func(fc.boolean()), fc.constantFrom<1 | -1>(1, -1), (cuts, value, fate, sign) => {
      const sorted = cuts.toSorted((a, b) => a - b);
      // Any rule that sees only on which side of each constant, or whether on it, a number is.
      const good = (x: number): boolean => fate(sorted.map((cut) => Math.sign(x - cut)).join());
      const path = way(value, gridOf(1, -40, 40), { cuts: sorted, onlyCuts: true }, sign);
      const step = nearestOn(path, (at) => good(path.at(at)) && good(path.at(at)) !== good(value));
      let brute: number | undefined;
      for (let n = Math.round(value * 10) + sign; Math.abs(n) <= 400 && brute === undefined; n += sign) {
        if (good(n / 10) && good(n / 10) !== good(value)) brute = n / 10;
      }
      expect(step === undefined ? undefined : path.at(step)).toBe(brute);
    }),
  );
});
