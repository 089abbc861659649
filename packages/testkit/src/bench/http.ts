// One decision over HTTP: the runtime beside node:http with the function written by hand. What is compared is the
// processor time that each server uses per request, so that what else the machine does matters little.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Definition } from '@tierflow/definition';
import { asOf, makeCustomers } from './grading-by-hand.ts';
import { gradingFlow } from './grading-flow.ts';
import { load, requestBytes } from './http-load.ts';

const runtimeMain = join(import.meta.dirname, '../../../../apps/runtime/src/main.ts');
const CONNECTIONS = 8;
/** Requests to one server before it is the other's turn. Code is warm after the first turns. */
const REQUESTS = 1000;
const WARMING = 10;

interface Server {
  readonly child: ChildProcess;
  readonly url: URL;
}

async function start(main: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${main} ended before it listened`);
  });
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  return { child, url: new URL(/http:\S+/.exec(line)?.[0] ?? '') };
}

async function call(url: URL, path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(new URL(path, url), init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

const asJson = { 'Content-Type': 'application/json' };

/** Imports customers, saves the flow and publishes it; answers with the published bytes. */
async function publish(url: URL): Promise<string> {
  const customers = makeCustomers(2000);
  const names = Object.keys(customers[0] ?? {}) as (keyof (typeof customers)[number])[];
  const csv = [names.join(','), ...customers.map((customer) => names.map((name) => customer[name] ?? '').join(','))].join('\n');
  const sent = await call(url, '/v1/datasets/customers/imports?key=id', {
    method: 'POST',
    body: csv,
    headers: { 'Content-Type': 'text/csv' },
  });
  const { import: id } = (await sent.json()) as { readonly import: string };
  for (let state = 'waiting'; state === 'waiting' || state === 'running'; ) {
    await wait(50);
    ({ state } = (await (await call(url, `/v1/datasets/customers/imports/${id}`, {})).json()) as { readonly state: string });
  }
  await call(url, '/v1/flows', { method: 'POST', body: JSON.stringify({ flow: gradingFlow }), headers: asJson });
  await call(url, `/v1/flows/${gradingFlow.id}/publish`, {
    method: 'POST',
    body: JSON.stringify({ asOf }),
    headers: { ...asJson, 'If-Match': '*', 'Idempotency-Key': 'bench-http' },
  });
  return (await call(url, `/v1/definitions/${gradingFlow.id}`, {})).text();
}

/** Hundredths of a second that a process has computed for, by all its threads. */
function ticks({ child }: Server): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

/** Prints the processor time of one decision over HTTP; throws where the two servers answer differently. */
export async function benchHttp(rounds: number): Promise<void> {
  if (platform() !== 'linux') {
    console.log('\nOne decision over HTTP: processor time of another process is read on Linux only');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'tierflow-bench-'));
  const servers: Server[] = [];
  try {
    const runtime = await start(runtimeMain, [], { TIERFLOW_DATA: folder, TIERFLOW_EXAMPLES: '0', TIERFLOW_TIME_ZONE: 'UTC', PORT: '0' });
    servers.push(runtime);
    const published = await publish(runtime.url);
    const file = join(folder, 'definition.json');
    writeFileSync(file, published);
    const raw = await start(fileURLToPath(new URL('./raw-server.ts', import.meta.url)), [file], {});
    servers.push(raw);
    await compare(raw, runtime, JSON.parse(published) as Definition, rounds);
  } finally {
    for (const { child } of servers) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(raw: Server, runtime: Server, { name }: Definition, rounds: number): Promise<void> {
  const customers = makeCustomers(REQUESTS);
  const spent = { raw: 0, runtime: 0 };
  for (let round = -WARMING; round < rounds; round++) {
    for (const [which, server] of Object.entries({ raw, runtime }) as ['raw' | 'runtime', Server][]) {
      const requests = customers.map((record) => requestBytes(server.url.host, `/v1/decide/${name}`, { record }));
      const before = ticks(server);
      const last = JSON.parse(await load(Number(server.url.port), requests, CONNECTIONS)) as {
        readonly asOf: string;
        readonly tier: string | null;
      };
      if (round >= 0) spent[which] += ticks(server) - before;
      if (last.asOf !== asOf) throw new Error(`${which} answered ${JSON.stringify(last)}`);
    }
  }
  console.log('\nOne decision over HTTP, processor time of the server per request');
  for (const [which, title] of [
    ['raw', 'node:http, by hand'],
    ['runtime', 'Tierflow'],
  ] as const) {
    const microseconds = (spent[which] * 10_000) / (rounds * REQUESTS);
    console.log(
      `  ${title.padEnd(20)} ${microseconds.toFixed(1).padStart(8)} µs  ${(spent[which] / spent.raw).toFixed(2).padStart(8)} × node:http`,
    );
  }
}
