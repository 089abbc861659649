// A cut line dragged over 100,000 customers: every node below paints at least ten states in a second, and every state that is
// painted is the server's answer for the line as it stood.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Preview } from '@tierflow/api';
import { type FileInfo, generateRetail, retailCustomers, retailOrders } from '@tierflow/examples';
import type { Flow } from '@tierflow/flow';
import { launchBrowser, type RunningRuntime, startRuntime } from '@tierflow/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

const customers = 100_000;
const flow: Flow = {
  format: 'tierflow/flow@1',
  id: 'drag',
  title: 'Drag',
  timeZone: 'Asia/Shanghai',
  nodes: [
    { id: 'all', kind: 'source', config: { data: 'customers' } },
    { id: 'rfm', kind: 'rfm', config: { from: 'orders', monetary: { fn: 'sum', value: 'amount' } } },
    {
      id: 'tiers',
      kind: 'tiers',
      config: {
        on: 'monetary',
        bands: [
          { id: 'high', title: 'High', from: 900 },
          { id: 'low', title: 'Low', from: null },
        ],
      },
    },
    { id: 'content', kind: 'filter', config: { where: { field: 'satisfaction', op: 'ge', value: 6 } } },
    { id: 'gift', kind: 'playbook', config: { playbook: 'gift' } },
    { id: 'mail', kind: 'playbook', config: { playbook: 'mail' } },
  ],
  edges: [
    { from: 'all', to: 'rfm' },
    { from: 'rfm', to: 'tiers' },
    { from: 'tiers', port: 'high', to: 'content' },
    { from: 'content', port: 'match', to: 'gift' },
    { from: 'tiers', port: 'low', to: 'mail' },
  ],
  playbooks: [
    { id: 'gift', title: 'Gift' },
    { id: 'mail', title: 'Mail' },
  ],
};
const below = ['tiers', 'content', 'gift', 'mail'];

let runtime: RunningRuntime;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  runtime = await startRuntime({ env: { TIERFLOW_EXAMPLES: '0' } });
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'tierflow-drag-'));
  const files = await generateRetail({ dir: folder, customers });
  await load('customers', files.customers.path, { kind: 'customers', key: 'customer_id', types: typesOf(retailCustomers) });
  await load('orders', files.orders.path, {
    kind: 'collection',
    key: 'order_id',
    customer: 'customer_id',
    time: 'ordered_at',
    types: typesOf(retailOrders),
  });
  await post('/v1/flows', { flow });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await runtime?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

function typesOf({ columns }: FileInfo): string {
  return JSON.stringify(Object.fromEntries(columns.map(({ name, type }) => [name, type])));
}

async function post(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(runtime.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

async function load(name: string, path: string, options: Record<string, string>): Promise<void> {
  const answer = await fetch(`${runtime.url}/v1/datasets/${name}/imports?${new URLSearchParams({ ...options, tolerance: '0.01' })}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv' },
    body: new Uint8Array(await readFile(path)),
  });
  const { import: id } = (await answer.json()) as { import: string };
  for (const end = Date.now() + 120_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const { state } = (await (await fetch(`${runtime.url}/v1/datasets/${name}/imports/${id}`)).json()) as { state: string };
    if (state === 'done') return;
    if (state === 'failed') throw new Error(`import of ${name} failed`);
  }
  throw new Error(`import of ${name} took too long`);
}

interface Painted {
  readonly at: number;
  /** Where the line stood that the numbers belong to. */
  readonly line: number;
  /** By node, the numbers on its card in order. */
  readonly numbers: Readonly<Record<string, readonly number[]>>;
}

/** Notes what stands on the screen in every frame. */
async function watch(page: Page): Promise<() => Promise<readonly Painted[]>> {
  await page.evaluate((nodes) => {
    const seen: Painted[] = [];
    const note = () => {
      const numbers = Object.fromEntries(
        nodes.map((id) => {
          const buttons = [...document.querySelectorAll(`.react-flow__node[data-id="${id}"] button[title$="customers"]`)];
          return [id, buttons.map((button) => Number((button.getAttribute('title') ?? '').replace(/^.*: /, '').replaceAll(/\D/g, '')))];
        }),
      );
      const line = Number(document.querySelector('[role="slider"]')?.getAttribute('aria-valuenow'));
      seen.push({ at: performance.now(), line, numbers });
      Object.assign(window, { noting: requestAnimationFrame(note) });
    };
    Object.assign(window, { seen });
    note();
  }, below);
  return () =>
    page.evaluate(() => {
      const noted = window as unknown as { readonly seen: readonly Painted[]; readonly noting: number };
      cancelAnimationFrame(noted.noting);
      return noted.seen;
    });
}

function changes(frames: readonly Painted[], key: (frame: Painted) => string): readonly Painted[] {
  return frames.filter((frame, at) => at === 0 || key(frame) !== key(frames[at - 1] ?? frame));
}

test('a dragged line paints at least ten states in a second on every node below, each of them exact', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${runtime.url}/flows/drag?node=tiers`);
  const line = page.getByRole('slider', { name: 'Where High starts' });
  await line.waitFor();
  await expect.poll(async () => (await page.locator('.react-flow__node > div[data-computing]').count()) === 0).toBe(true);
  const box = await line.boundingBox();
  if (box === null) throw new Error('the line is not to be seen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  // The first step warms the server up: it counts what the drag needs once.
  await page.mouse.move(x + 2, y);
  await page.waitForTimeout(500);
  const stop = await watch(page);
  const started = Date.now();
  const lasting = 3000;
  for (let passed = 0; passed < lasting; passed = Date.now() - started) await page.mouse.move(x + 2 + (110 * passed) / lasting, y);
  const seconds = (Date.now() - started) / 1000;
  const frames = await stop();
  await page.mouse.up();

  for (const id of below) {
    const rate = new Set(frames.map((frame) => JSON.stringify(frame.numbers[id]))).size / seconds;
    console.log(`${id}: ${rate.toFixed(1)} different states in a second`);
    expect(rate, `different states of ${id} in a second`).toBeGreaterThanOrEqual(10);
  }
  const states = changes(frames, (frame) => JSON.stringify(frame.numbers));
  for (const state of states.filter((_, at) => at % 3 === 0)) {
    const content = structuredClone(flow) as unknown as { nodes: { id: string; config: { bands: { from: number | null }[] } }[] };
    const bands = content.nodes.find((node) => node.id === 'tiers')?.config.bands;
    if (bands?.[0] !== undefined) bands[0].from = state.line;
    const { nodes } = (await post('/v1/preview', { flow: content })) as Preview;
    const { high, low, unassigned } = nodes['tiers']?.ports ?? {};
    expect(state.numbers, `with the line at ${state.line}`).toEqual({
      tiers: [high, low, unassigned],
      content: [nodes['content']?.ports['match'], nodes['content']?.ports['rest']],
      gift: [nodes['gift']?.n],
      mail: [nodes['mail']?.n],
    });
  }
  await page.getByRole('button', { name: /^Undo: .*High/ }).click();
  await expect.poll(() => line.getAttribute('aria-valuenow')).toBe('900');
  expect(complaints).toEqual([]);
  await page.close();
});
