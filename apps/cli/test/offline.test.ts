import { startRuntime } from '@tierflow/testkit';
import { expect, test } from 'vitest';
import { file, scratch, tierflowProcess } from './support.ts';

interface Member {
  readonly key: string;
  readonly tier: string | null;
}

const linesOf = (text: string): readonly Member[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Member);

const tiersOf = (members: readonly Member[]): ReadonlyMap<string, string | null> => new Map(members.map(({ key, tier }) => [key, tier]));

/** Waits until the examples are imported and published: what a first visit sees. */
async function untilPublished(url: string, name: string): Promise<Response> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${url}/v1/definitions/${name}`);
    if (answer.ok) return answer;
    await answer.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${name} was not published`);
}

async function runOf(url: string, flow: string): Promise<string> {
  const started = await fetch(`${url}/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ flow }),
  });
  const { run } = (await started.json()) as { run: string };
  for (let tries = 0; tries < 300; tries++) {
    const { state } = (await (await fetch(`${url}/v1/runs/${run}`)).json()) as { state: string };
    if (state === 'done') return run;
    if (state === 'failed') throw new Error('the run failed');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the run did not end');
}

/** All pages of a run's members, by the links between them. */
async function membersOf(url: string, run: string): Promise<string> {
  let text = '';
  for (let path: string | undefined = `/v1/runs/${run}/members?limit=5000`; path !== undefined; ) {
    const page = await fetch(url + path, { headers: { accept: 'application/x-ndjson' } });
    text += await page.text();
    path = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
  }
  return text;
}

test('a pulled definition gives every customer the same tier with the runtime stopped', { timeout: 180_000 }, async () => {
  const runtime = await startRuntime();
  let definition: Uint8Array;
  let etag: string | null;
  let records: string;
  let members: string;
  try {
    const pulled = await untilPublished(runtime.url, 'rfm-five-tiers');
    etag = pulled.headers.get('etag');
    definition = new Uint8Array(await pulled.arrayBuffer());
    records = await (await fetch(`${runtime.url}/v1/datasets/customers/records`)).text();
    const run = await runOf(runtime.url, 'rfm-five-tiers');
    members = await membersOf(runtime.url, run);
  } finally {
    await runtime.stop();
  }
  const path = file(scratch(), 'definition.json', definition);
  const verified = await tierflowProcess(['verify', path]);
  expect(verified.out).toContain(etag?.replaceAll('"', ''));
  const decided = await tierflowProcess(['decide', path], records);
  expect(decided.code).toBe(0);
  const offline = tiersOf(linesOf(decided.out));
  const online = tiersOf(linesOf(members));
  expect(offline.size).toBe(12_480);
  expect(new Set(offline.values())).toEqual(new Set(['diamond', 'platinum', 'gold', 'silver', 'bronze', null]));
  for (const [key, tier] of offline) expect(online.get(key) ?? null, key).toBe(tier);
  expect([...online.values()].filter((tier) => tier !== null).length).toBe([...offline.values()].filter((tier) => tier !== null).length);
});
