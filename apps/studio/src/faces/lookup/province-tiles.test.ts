import { nodeKinds } from '@tierflow/nodes';
import { expect, test } from 'vitest';
import { provinceTiles, tileTowards } from './province-tiles.ts';

const tile = (name: string) => provinceTiles.find((one) => one.name === name) ?? expect.fail(name);

test('every province that the kind answers has one tile, and no two share a place', () => {
  expect(provinceTiles).toHaveLength(34);
  expect(new Set(provinceTiles.map(({ down, across }) => `${down} ${across}`)).size).toBe(34);
  expect(nodeKinds.get('lookup')?.face).toBe('lookup');
});

test('arrow keys go to the neighbour, over gaps and around corners, and stop at the edge', () => {
  expect(tileTowards('ArrowLeft', tile('上海'))?.name).toBe('江苏');
  expect(tileTowards('ArrowRight', tile('新疆'))?.name).toBe('甘肃');
  expect(tileTowards('ArrowDown', tile('湖南'))?.name).toBe('广东');
  expect(tileTowards('ArrowUp', tile('黑龙江'))).toBeUndefined();
  expect(tileTowards('Enter', tile('上海'))).toBeUndefined();
});

test('every tile can be reached by arrow keys', () => {
  const reached = new Set([provinceTiles[0]]);
  for (const from of reached)
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])
      if (from !== undefined) reached.add(tileTowards(key, from) ?? from);
  expect(reached.size).toBe(34);
});
