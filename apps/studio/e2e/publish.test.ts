// Publishing: what changes and who moves is said first, the bytes that are served are those of the digest, refusals are told.
import { createHash } from 'node:crypto';
import type { Flow } from '@tierflow/flow';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { counted, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
/** Refusals that a test provoked are written to the console by the browser itself. */
afterEach(() => expect(studio.complaints().filter((text) => !text.includes('Failed to load resource'))).toEqual([]));

async function saveDraft(flow: Flow): Promise<void> {
  const address = `${studio.url}/v1/flows/${flow.id}/draft`;
  const etag = (await fetch(address)).headers.get('ETag') ?? '';
  const answer = await fetch(address, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'If-Match': etag },
    body: JSON.stringify(flow),
  });
  expect(answer.status).toBe(204);
}

function withThreshold(flow: Flow, from: number): Flow {
  return {
    ...flow,
    nodes: flow.nodes.map((node) => {
      if (node.id !== 'tiers') return node;
      const bands = (node.config['bands'] as { id: string; from: number | null }[]).map((band) =>
        band.id === 'diamond' ? { ...band, from } : band,
      );
      return { ...node, config: { ...node.config, bands } };
    }),
  };
}

async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

/** Publishes what is open; answers the digest on the success page. */
async function publish(page: Page): Promise<string> {
  const dialog = await openDialog(page);
  await dialog.getByRole('button', { name: /^Publish v\d+$/ }).click();
  const digest = dialog.getByText(/^sha256:[0-9a-f]{64}$/);
  await digest.waitFor();
  return ((await digest.textContent()) ?? '').trim();
}

test('first version, then a change in words with who moves, then back with one click', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  await page.getByText('Draft: not published yet').waitFor();
  const digest = await publish(page);
  const served = await fetch(`${studio.url}/v1/definitions/${id}`);
  const bytes = Buffer.from(await served.arrayBuffer());
  expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(digest);
  expect(served.headers.get('ETag')).toBe(`"${digest}"`);
  await page.getByRole('button', { name: 'Back to the flow' }).click();
  await page.getByText('Same as v1 (live)').waitFor();

  await saveDraft(withThreshold(await studio.draft(id), 4.7));
  await page.reload();
  await counted(page);
  await page.getByRole('button', { name: /1 change since v1/ }).waitFor();
  const dialog = await openDialog(page);
  await dialog.getByText('Changed “Five tiers”').waitFor();
  await dialog.getByText('4.4', { exact: true }).waitFor();
  await dialog.getByText('4.7', { exact: true }).waitFor();
  const moved = await dialog.getByText(/customers? change tier/).textContent();
  const impact = (await (
    await fetch(`${studio.url}/v1/flows/${id}/impact`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })
  ).json()) as { moved: number };
  expect(Number(/[\d,]+/.exec(moved ?? '')?.[0]?.replaceAll(',', ''))).toBe(impact.moved);
  expect(impact.moved).toBeGreaterThan(0);
  await dialog.getByRole('button', { name: 'Publish v2' }).click();
  await dialog.getByText('v2 is live').waitFor();
  await page.getByRole('button', { name: 'Back to the flow' }).click();
  await page.getByText('Same as v2 (live)').waitFor();
  await page.getByRole('button', { name: 'Roll back to v1' }).click();
  await page.getByRole('button', { name: /1 change since v3/ }).waitFor();
  const versions = (await (await fetch(`${studio.url}/v1/flows/${id}/versions`)).json()) as {
    live: number;
    versions: { restored: number | null }[];
  };
  expect(versions).toMatchObject({ live: 3, versions: [{ restored: 1 }, { restored: null }, { restored: null }] });
  await page.context().close();
});

test('an edit after publishing is saved: the draft keeps its state', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  await publish(page);
  await page.getByRole('button', { name: 'Back to the flow' }).click();
  const name = page.locator('header').getByRole('textbox', { name: 'Name of the flow' });
  await name.fill('Another name');
  await name.press('Enter');
  await expect.poll(async () => JSON.stringify((await studio.draft(id)).title), { timeout: 8000 }).toContain('Another name');
  expect(await page.getByText('Changed elsewhere').count()).toBe(0);
  await page.context().close();
});

test('errors block, and lead to their node', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const flow = await studio.draft(id);
  await saveDraft({
    ...flow,
    nodes: flow.nodes.map((node) =>
      node.id === 'score' ? { ...node, config: { ...node.config, parts: [{ field: 'RR', weight: 1 }] } } : node,
    ),
  });
  const page = await studio.page(`/flows/${id}`);
  await page.getByRole('button', { name: /Problems \d/ }).waitFor();
  const dialog = await openDialog(page);
  await dialog.getByText('Errors have to be mended first.').waitFor();
  expect(await dialog.getByRole('button', { name: /^Publish v/ }).isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: 'Weighted score' }).first().click();
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await expect.poll(() => new URL(page.url()).searchParams.get('node')).toBe('score');
  await page.context().close();
});

test('a draft that was changed elsewhere is shown before it is published', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  const dialog = await openDialog(page);
  const button = dialog.getByRole('button', { name: 'Publish v1' });
  await button.waitFor();
  await saveDraft(withThreshold(await studio.draft(id), 4.6));
  await button.click();
  await dialog.getByText('The draft was changed in another window').waitFor();
  await dialog.getByRole('button', { name: 'Show the saved draft' }).click();
  await button.click();
  await dialog.getByText('v1 is live').waitFor();
  expect(JSON.stringify((await studio.draft(id)).nodes)).toContain('4.6');
  await page.context().close();
});

test('a version comes back as the draft, and undo takes it away again', async () => {
  const id = await studio.copy('rfm-five-tiers');
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  await publish(page);
  await page.getByRole('button', { name: 'Back to the flow' }).click();
  await saveDraft(withThreshold(await studio.draft(id), 4.9));
  await page.reload();
  await counted(page);
  await page.getByRole('button', { name: /1 change since v1/ }).waitFor();
  const dialog = await openDialog(page);
  await dialog.getByText('Versions', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Restore as draft' }).click();
  await page.getByText('Same as v1 (live)').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('button', { name: /1 change since v1/ }).waitFor();
  await page.context().close();
});

test('a published flow runs for everybody, and its members can be saved', async () => {
  const page = await studio.page('/runs?flow=rfm-five-tiers');
  await page.getByRole('button', { name: 'Run now' }).first().click();
  const members = page.getByRole('button', { name: 'Save members as CSV' });
  await members.first().waitFor({ timeout: 30_000 });
  await members.first().click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /Diamond/ }).click()]);
  const runs = (await (await fetch(`${studio.url}/v1/runs?flow=rfm-five-tiers`)).json()) as {
    runs: { tiers: { id: string; n: number }[] }[];
  };
  const diamonds = runs.runs[0]?.tiers.find(({ id }) => id === 'diamond')?.n ?? 0;
  const stream = await file.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n')).toHaveLength(diamonds + 1);
  await page.context().close();
});
