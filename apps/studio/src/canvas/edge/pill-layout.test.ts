// Labels of edges cover neither cards nor each other, whatever the flow looks like.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curveBetween } from './curve.ts';
import { type Box, placePills, pointAt } from './pill-layout.ts';

const point = fc.record({ x: fc.integer({ min: 0, max: 1500 }), y: fc.integer({ min: 0, max: 900 }) });

test('no two labels meet, and none meets a card', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(point, point), { maxLength: 25 }), fc.array(point, { maxLength: 8 }), (ends, corners) => {
      const cards = corners.map((corner) => ({ ...corner, width: 244, height: 116 }));
      const wishes = ends.map(([from, to], at) => ({ key: String(at), curve: curveBetween(from, to), width: 44, height: 18 }));
      const places = placePills(wishes, cards);
      const boxes = [...places.values()].map(({ x, y }): Box => ({ x: x - 22, y: y - 9, width: 44, height: 18 }));
      const meet = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
      for (const [at, box] of boxes.entries()) {
        expect(cards.some((card) => meet(card, box))).toBe(false);
        expect(boxes.slice(at + 1).some((other) => meet(other, box))).toBe(false);
      }
    }),
  );
});

test('a lone label stands in the middle', () => {
  const curve = curveBetween({ x: 0, y: 0 }, { x: 100, y: 50 });
  expect(placePills([{ key: 'a', curve, width: 40, height: 18 }], []).get('a')).toEqual(pointAt(curve, 0.5));
  expect(pointAt(curve, 0.5)).toEqual({ x: 50, y: 25 });
});
