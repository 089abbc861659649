// The problems panel: counted on its button, a click leads to node and field, a repair is one step that can be undone.
import type { Flow } from '@tierflow/flow';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

test('a misspelt column is found, mended with one click, and undone', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const flow = await studio.draft(id);
  const broken: Flow = {
    ...flow,
    nodes: flow.nodes.map((node) => (node.id === 'tiers' ? { ...node, config: { ...node.config, on: 'scor' } } : node)),
  };
  const address = `${studio.url}/v1/flows/${id}/draft`;
  const etag = (await fetch(address)).headers.get('ETag') ?? '';
  await fetch(address, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'If-Match': etag }, body: JSON.stringify(broken) });
  const page = await studio.page(`/flows/${id}`);
  await page.getByRole('button', { name: /^Problems [1-9]/ }).click();
  const panel = page.getByRole('region', { name: 'Problems' });
  await panel
    .getByRole('button', { name: /Five tiers/ })
    .first()
    .click();
  await expect.poll(() => new URL(page.url()).searchParams.get('node')).toBe('tiers');
  await panel.getByRole('button', { name: 'Repair' }).first().click();
  await panel.getByText('No problems').waitFor();
  await expect.poll(async () => (await studio.draft(id)).nodes.find((node) => node.id === 'tiers')?.config['on']).toBe('score');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await panel.getByRole('button', { name: 'Repair' }).first().waitFor();
  await page.context().close();
});
