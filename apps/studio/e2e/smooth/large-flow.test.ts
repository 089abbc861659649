// A flow of 200 nodes under a dragged card.
import type { Flow } from '@tierflow/flow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { card, type StudioUnderTest, startStudio } from '../studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());

test('a flow of 200 nodes stays smooth while a card is dragged', async () => {
  const flow = large(200);
  await fetch(`${studio.url}/v1/flows`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ flow }),
  });
  const page = await studio.page('/flows/large', { width: 1680, height: 1000 });
  await page.locator('.react-flow__node').nth(199).waitFor({ state: 'attached' });
  await page.waitForTimeout(1500);
  const box = await card(page, 'src').boundingBox();
  if (box === null) throw new Error('the first card is not to be seen');
  await page.mouse.move(box.x + 30, box.y + 12);
  await page.mouse.down();
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const tick = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { frames });
  });
  for (let step = 0; step < 90; step += 1) await page.mouse.move(box.x + 30 + step * 3, box.y + 12 + step * 2);
  await page.mouse.up();
  const frames = ((await page.evaluate('window.frames')) as number[]).slice(3).sort((a, b) => a - b);
  const at = (share: number) => frames[Math.floor(frames.length * share)] ?? 0;
  console.log(`dragging among 200 nodes: median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, ${frames.length} frames`);
  expect(at(0.5)).toBeLessThan(35);
  await page.context().close();
});

/** Filters in rows of twenty, each row fed by the source. */
function large(size: number): Flow {
  const filters = Array.from({ length: size - 1 }, (_, at) => `f${at}`);
  return {
    format: 'tierflow/flow@1',
    id: 'large',
    title: 'Large',
    timeZone: 'Asia/Shanghai',
    nodes: [
      { id: 'src', kind: 'source', config: { data: 'customers' } },
      ...filters.map((id, at) => ({
        id,
        kind: 'filter',
        config: { where: { all: [{ field: 'satisfaction', op: 'ge', value: at % 5 }] } },
      })),
    ],
    edges: filters.map((id, at) => (at % 20 === 0 ? { from: 'src', to: id } : { from: `f${at - 1}`, port: 'match', to: id })),
    layout: Object.fromEntries([
      ['src', { x: 0, y: 0 }],
      ...filters.map((id, at) => [id, { x: 360 * ((at % 20) + 1), y: 180 * Math.floor(at / 20) }]),
    ]),
  };
}
