import { expect, test } from 'vitest';
import { aliveEdges, purchaseEdges, scatterRows } from './scatter.ts';

test('edges rise and fit the question', () => {
  for (const edges of [aliveEdges, purchaseEdges]) {
    expect(edges.every((edge, at) => at === 0 || edge > (edges[at - 1] ?? 0))).toBe(true);
    expect(edges.length).toBeLessThanOrEqual(51);
  }
});

test('most purchases on top, empty rows beyond the people left out, one person visible beside a crowd', () => {
  const rows = scatterRows({
    rows: [...purchaseEdges.slice(0, -1)],
    columns: [...aliveEdges.slice(0, -1)],
    counts: purchaseEdges
      .slice(0, -1)
      .map((_, at) => aliveEdges.slice(0, -1).map((__, to) => (at === 2 && to === 19 ? 9999 : at === 5 && to === 3 ? 1 : 0))),
  });
  expect(rows.map(({ purchases }) => purchases[0])).toEqual([0.05, 0.03, 0.02, 0.015]);
  expect(rows[0]?.cells[3]?.n).toBe(1);
  expect(rows[0]?.cells[3]?.size).toBeGreaterThan(0.05);
  expect(rows.at(-1)?.cells[19]).toMatchObject({ n: 9999, size: 1, share: 0.9999 });
});

test('nobody at all', () => {
  expect(scatterRows({ rows: [0], columns: [0], counts: [[0]] })).toEqual([]);
});
