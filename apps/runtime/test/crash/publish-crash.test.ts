// kill -9 during saving and publishing: what was acknowledged stays, nothing is there by half, a retry is safe.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { customersCsv, ordersCsv, shopFlow } from '../small-shop.ts';
import { draws, forgetCode, report, startKillable, tell } from './killable.ts';
import type { Mutant } from './server.ts';

const SEED = 20_261_121;
const CYCLES = 50;
afterAll(forgetCode);
const id = shopFlow.id;

interface Published {
  readonly version: number;
  readonly revision: number;
  readonly digest: string;
}

/** What the server said it had done. */
interface Ledger {
  readonly published: (Published & { readonly key: string })[];
  readonly saved: string[];
}

test('fifty kills while publishing: nothing acknowledged is lost, nothing is half there', async () => {
  const started = performance.now();
  const { failures, acknowledged } = await harness('none', CYCLES);
  report({
    id: 'publish-kill',
    seed: SEED,
    points: CYCLES,
    acknowledged,
    failures: failures.length,
    milliseconds: Math.round(performance.now() - started),
  });
  expect(failures).toEqual([]);
  expect(acknowledged / CYCLES).toBeGreaterThanOrEqual(0.3);
}, 300_000);

test('the same kills see a publish without a transaction', async () => {
  const { failures } = await harness('no-transaction', CYCLES);
  expect(failures.length).toBeGreaterThan(0);
}, 300_000);

/** A mutant is killed until the first failure is seen. */
async function harness(mutant: Mutant, cycles: number): Promise<{ readonly failures: string[]; readonly acknowledged: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tierflow-crash-'));
  const random = draws(SEED);
  const ledger: Ledger = { published: [], saved: [] };
  const failures: string[] = [];
  let acknowledged = 0;
  try {
    let usual = await prepare(dataDir);
    for (let cycle = 0; cycle < cycles && (mutant === 'none' || failures.length === 0); cycle++) {
      const server = await startKillable(dataDir, mutant);
      await warm(server.url);
      const work = publishOnce(server.url, cycle, ledger);
      const kill = wait(random() * usual * 1.7).then(() => server.kill());
      const took = await work;
      await kill;
      if (took !== undefined) acknowledged++;
      // Kills shall fall all over the operation, however slow the machine is just now.
      usual = took === undefined ? Math.min(usual * 1.1, 5_000) : (usual * 3 + took) / 4;
      failures.push(...faultsIn(dataDir, ledger).map((fault) => `cycle ${cycle}: ${fault}`));
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return { failures, acknowledged };
}

/** Loads the data; answers how long a publish usually takes. */
async function prepare(dataDir: string): Promise<number> {
  const server = await startKillable(dataDir, 'none');
  const imports = `${server.url}/v1/datasets`;
  const csv = { method: 'POST', headers: { 'Content-Type': 'text/csv' } };
  await tell(`${imports}/customers/imports?key=customer_id`, { ...csv, body: customersCsv });
  await tell(`${imports}/orders/imports?customer=customer_id&time=ordered_at`, { ...csv, body: ordersCsv });
  for (;;) {
    const workspace = await tell<{ generation: number }>(`${server.url}/v1/workspace`);
    if (workspace?.json.generation === 2) break;
    await wait(20);
  }
  await tell(`${server.url}/v1/flows`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ flow: shopFlow }),
  });
  await warm(server.url);
  const took = await publishOnce(server.url, -1, { published: [], saved: [] });
  await server.kill();
  return took ?? 100;
}

/** The first sweep of a process makes its code; kills shall hit the publish and not that. */
async function warm(url: string): Promise<void> {
  await tell(`${url}/v1/preview`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ draft: id }) });
}

/** Saves the draft and publishes it; milliseconds where the answer came, undefined where the kill came first. */
async function publishOnce(url: string, cycle: number, ledger: Ledger): Promise<number | undefined> {
  const from = performance.now();
  const json = { 'Content-Type': 'application/json' };
  const draft = await tell(`${url}/v1/flows/${id}/draft`);
  if (draft === undefined) return undefined;
  const flow = { ...shopFlow, title: `cycle ${cycle}` };
  const saved = await tell(`${url}/v1/flows/${id}/draft`, {
    method: 'PUT',
    headers: { ...json, 'If-Match': draft.headers.get('etag') ?? '' },
    body: JSON.stringify(flow),
  });
  if (saved === undefined) return undefined;
  ledger.saved.push(flow.title);
  const key = `cycle-${cycle}`;
  const request = { method: 'POST', headers: { ...json, 'If-Match': saved.headers.get('etag') ?? '', 'Idempotency-Key': key }, body: '{}' };
  const answer = await tell<Published>(`${url}/v1/flows/${id}/publish`, request);
  if (answer === undefined) return undefined;
  if (answer.status !== 201) throw new Error(`publish answered ${answer.status}: ${JSON.stringify(answer.json)}`);
  ledger.published.push({ ...answer.json, key });
  const took = performance.now() - from;
  // The retry of an acknowledged publish is answered and not done again.
  const again = await tell<Published>(`${url}/v1/flows/${id}/publish`, request);
  if (again !== undefined && JSON.stringify(again.json) !== JSON.stringify(answer.json))
    throw new Error(`a retry answered ${JSON.stringify(again.json)}`);
  return took;
}

/** Reads the folder of a killed server as the next start will find it. */
function faultsIn(dataDir: string, ledger: Ledger): string[] {
  const db = new Database(join(dataDir, 'tierflow.sqlite'));
  try {
    const faults: string[] = [];
    const must = (holds: boolean, fault: string) => {
      if (!holds) faults.push(fault);
    };
    must(db.pragma('integrity_check', { simple: true }) === 'ok', 'integrity');
    const versions = db
      .prepare('SELECT version, revision, digest, bytes FROM version WHERE flow = ? ORDER BY version')
      .all(id) as (Published & { bytes: Buffer })[];
    versions.forEach(({ version, revision, digest, bytes }, at) => {
      must(version === at + 1 && revision === at + 1, `numbers have a gap at ${version}, ${revision}`);
      must(digest === `sha256:${createHash('sha256').update(bytes).digest('hex')}`, `bytes of version ${version}`);
    });
    const { revision } = db.prepare('SELECT revision FROM workspace').get() as { revision: number };
    must(revision === versions.length, `the counter says ${revision}, there are ${versions.length} versions`);
    const head = db.prepare('SELECT version FROM head WHERE flow = ?').get(id) as { version: number } | undefined;
    must((head?.version ?? 0) === versions.length, `head is ${head?.version}`);
    for (const { version, digest } of ledger.published)
      must(versions[version - 1]?.digest === digest, `acknowledged version ${version} is not there`);
    const answers = db.prepare('SELECT key, body FROM idempotency').all() as { key: string; body: string }[];
    must(answers.length === versions.length, `${answers.length} remembered answers for ${versions.length} versions`);
    for (const { body } of answers) {
      const remembered = JSON.parse(body) as Published;
      must(versions[remembered.version - 1]?.digest === remembered.digest, `a remembered answer speaks of version ${remembered.version}`);
    }
    const draft = db.prepare('SELECT serial, content FROM draft WHERE flow = ?').get(id) as { serial: number; content: string };
    const { saves } = db.prepare('SELECT max(id) AS saves FROM autosave').get() as { saves: number };
    must(
      draft.serial === saves + versions.length,
      `the draft counts ${draft.serial}, there were ${saves} saves and ${versions.length} publishes`,
    );
    const last = ledger.saved.at(-1);
    const titles = db
      .prepare('SELECT content FROM autosave')
      .all()
      .map((row) => (JSON.parse((row as { content: string }).content) as { title: unknown }).title);
    must(last === undefined || titles.includes(last), `the save of "${last}" is lost`);
    return faults;
  } finally {
    db.close();
  }
}
