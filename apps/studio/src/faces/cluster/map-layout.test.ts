import { expect, test } from 'vitest';
import { mapLayout, strongest } from './map-layout.ts';
import { deviationText, heatOf, meanText } from './profile-text.ts';

test('both axes have one scale and up is up', () => {
  const { width, height, clusters } = mapLayout([
    { x: -10, y: -1, cluster: 2 },
    { x: 10, y: 1, cluster: 1 },
    { x: 0, y: 0, cluster: 1 },
  ]);
  expect([width, height]).toEqual([320, 120]);
  expect(clusters.map(({ number, x, y }) => [number, x, y])).toEqual([
    [1, 234, 52.6],
    [2, 12, 74.8],
  ]);
  expect(clusters[1]?.path).toBe('M9.3,72.1h5.4v5.4h-5.4Z');
});

test('one point, or none, still has a picture', () => {
  expect(mapLayout([]).clusters).toEqual([]);
  expect(mapLayout([{ x: 3, y: 3, cluster: 1 }]).clusters[0]).toMatchObject({ x: 160, y: 60 });
});

test('an axis is told by its strongest measures', () => {
  expect(strongest([0.1, -0.9, 0.5], ['age', 'days', 'spend'])).toEqual(['−\u00a0days', '+\u00a0spend']);
});

test('numbers of a profile', () => {
  expect([meanText(1234.567, 'en'), meanText(0.012345, 'en'), meanText(1_234_567, 'en'), meanText(null, 'en')]).toEqual([
    '1,235',
    '0.0123',
    '1.23M',
    '–',
  ]);
  expect([deviationText(1.26, 'en'), deviationText(-0.44, 'en'), deviationText(0.01, 'en')]).toEqual(['+1.3', '−0.4', '0.0']);
  expect([heatOf(0.5), heatOf(-0.5), heatOf(0.05), heatOf(null)]).toEqual(['above', 'below', undefined, undefined]);
});
