// Ending: what is under way is finished, new work is turned away, the process is gone in time, a second process is refused.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { customersCsv, ordersCsv, shopFlow } from './small-shop.ts';

const main = join(import.meta.dirname, '..', 'src', 'main.ts');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tierflow-drain-'));
  folders.push(folder);
  return folder;
}

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

function start(env: Readonly<Record<string, string>>): Started {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--no-warnings', main], {
    env: { PATH, TIERFLOW_EXAMPLES: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, output: () => text, ended };
}

async function addressOf({ output }: Started): Promise<string> {
  for (let at = 0; at < 1000; at++) {
    const match = /Tierflow: (http:\S+)/.exec(output());
    if (match?.[1] !== undefined) return match[1];
    await wait(20);
  }
  throw new Error(`no address: ${output()}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

test('SIGTERM: fifty requests under way are answered, the import goes on after the next start', async () => {
  const folder = newFolder();
  const first = start({ PORT: '0', TIERFLOW_DATA: folder });
  const url = await addressOf(first);
  const csv = { method: 'POST', headers: { 'Content-Type': 'text/csv' } };
  const json = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  await fetch(`${url}/v1/datasets/customers/imports?key=customer_id`, { ...csv, body: customersCsv });
  await fetch(`${url}/v1/datasets/orders/imports?customer=customer_id&time=ordered_at`, { ...csv, body: ordersCsv });
  await fetch(`${url}/v1/flows`, { ...json, body: JSON.stringify({ flow: shopFlow }) });
  while (((await (await fetch(`${url}/v1/workspace`)).json()) as { generation: number }).generation < 2) await wait(20);
  const lines = Array.from({ length: 300_000 }, (_, at) => `k${at},${at}`).join('\n');
  const sent = await fetch(`${url}/v1/datasets/many/imports?key=id`, { ...csv, body: `id,n\n${lines}\n` });
  const { import: id } = (await sent.json()) as { import: string };

  const edited = (at: number) => ({
    ...shopFlow,
    nodes: shopFlow.nodes.map((node) => (node.id === 'src' ? { ...node, title: `edit ${at}` } : node)),
  });
  const underWay = Array.from({ length: 50 }, (_, at) =>
    fetch(`${url}/v1/preview`, { ...json, body: JSON.stringify({ flow: edited(at) }) }).then((answer) => answer.status),
  );
  await Promise.race(underWay);
  const from = performance.now();
  first.child.kill('SIGTERM');
  expect(await Promise.all(underWay)).toEqual(underWay.map(() => 200));
  expect(await first.ended).toBe(0);
  expect(performance.now() - from).toBeLessThan(10_000);
  await expect(fetch(`${url}/livez`)).rejects.toThrow();

  const second = start({ PORT: '0', TIERFLOW_DATA: folder });
  const again = await addressOf(second);
  let state = '';
  for (; state !== 'done'; await wait(30)) {
    const at = (await (await fetch(`${again}/v1/datasets/many/imports/${id}`)).json()) as { state: string; loaded: number | null };
    ({ state } = at);
    expect(['waiting', 'running', 'done']).toContain(state);
    if (state === 'done') expect(at.loaded).toBe(300_000);
  }
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(second.output()).not.toMatch(/error/i);
});

test('a folder belongs to one process, a port too, and each is said in words', async () => {
  const folder = newFolder();
  const port = String(await freePort());
  const first = start({ PORT: port, TIERFLOW_DATA: folder });
  await addressOf(first);
  const same = start({ PORT: '0', TIERFLOW_DATA: folder });
  expect(await same.ended).toBe(1);
  expect(same.output()).toContain('Another process uses the data folder');
  const taken = start({ PORT: port, TIERFLOW_DATA: newFolder() });
  expect(await taken.ended).toBe(1);
  expect(taken.output()).toContain(`Port ${port} is in use`);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});

test('an address beyond this machine needs a second word', async () => {
  const refused = start({ PORT: '0', HOST: '0.0.0.0', TIERFLOW_DATA: newFolder() });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain('TIERFLOW_INSECURE=1');
  const wrong = start({ PORT: 'http', TIERFLOW_DATA: newFolder() });
  expect(await wrong.ended).toBe(1);
  expect(wrong.output()).toContain('PORT');
  const meant = start({ PORT: '0', HOST: '0.0.0.0', TIERFLOW_INSECURE: '1', TIERFLOW_DATA: newFolder() });
  const url = await addressOf(meant);
  expect((await fetch(`${url.replace('0.0.0.0', '127.0.0.1')}/readyz`)).status).toBe(200);
  meant.child.kill('SIGTERM');
  expect(await meant.ended).toBe(0);
});

test('a first start that is broken off is finished by the next', async () => {
  const folder = newFolder();
  const env = { PORT: '0', TIERFLOW_DATA: folder, TIERFLOW_EXAMPLES: '1' };
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const broken = start(env);
    const url = await addressOf(broken);
    expect(await json(`${url}/v1/workspace`)).toMatchObject({ preparing: true });
    await wait(400);
    broken.child.kill(signal);
    await broken.ended;
    expect(broken.output()).not.toMatch(/error/i);
  }
  const last = start(env);
  const url = await addressOf(last);
  while ((await json<{ preparing: boolean }>(`${url}/v1/workspace`)).preparing) await wait(50);
  const { flows } = await json<{ flows: { live: unknown; result: { customers: number } }[] }>(`${url}/v1/flows`);
  expect(flows.map(({ result }) => result.customers).sort((a, b) => a - b)).toEqual([3_200, 12_480, 12_480]);
  expect(await json(`${url}/v1/workspace`)).toMatchObject({ generation: 4 });
  last.child.kill('SIGTERM');
  expect(await last.ended).toBe(0);
});

async function json<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}
