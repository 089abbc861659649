// kill -9 during imports: an accepted file is never lost, the generation served is always whole, and it only changes at the flip.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openTable } from '@tierflow/data';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { draws, forgetCode, report, startKillable, tell } from './killable.ts';
import type { Mutant } from './server.ts';

const SEED = 20_261_122;
const CYCLES = 50;
afterAll(forgetCode);

interface ImportAnswer {
  readonly state: string;
  readonly generation: number | null;
  readonly loaded: number | null;
}

/** What the server said: accepted imports with the rows they hold, and those seen finished. */
interface Ledger {
  readonly accepted: Map<string, number>;
  readonly done: Map<string, number>;
}

test('fifty kills during imports: nothing accepted is lost, nothing half is served', async () => {
  const started = performance.now();
  const { failures, acknowledged, finished } = await harness('none', CYCLES);
  report({
    id: 'import-kill',
    seed: SEED,
    points: CYCLES,
    acknowledged,
    failures: failures.length,
    milliseconds: Math.round(performance.now() - started),
  });
  expect(failures).toEqual([]);
  expect(acknowledged / CYCLES).toBeGreaterThanOrEqual(0.3);
  expect(finished, 'some kills come after the flip').toBeGreaterThan(CYCLES / 10);
}, 300_000);

test('the same kills see a pointer that flips before the file is there', async () => {
  const { failures } = await harness('pointer-first', CYCLES);
  expect(failures.length).toBeGreaterThan(0);
}, 300_000);

interface Outcome {
  readonly failures: string[];
  /** Kills after the file was accepted. */
  readonly acknowledged: number;
  /** Imports that were seen done before a kill. */
  readonly finished: number;
}

async function harness(mutant: Mutant, cycles: number): Promise<Outcome> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tierflow-crash-'));
  const random = draws(SEED);
  const ledger: Ledger = { accepted: new Map(), done: new Map() };
  const failures: string[] = [];
  let acknowledged = 0;
  let usual = 1000;
  try {
    for (let cycle = 0; cycle < cycles && (mutant === 'none' || failures.length === 0); cycle++) {
      const server = await startKillable(dataDir, mutant);
      const work = importOnce(server.url, cycle + 1, ledger);
      const kill = wait(random() * usual * 1.3).then(() => server.kill());
      const { accepted, took } = await work;
      await kill;
      if (accepted) acknowledged++;
      // Kills shall fall all over the operation, however slow the machine is just now.
      usual = took === undefined ? Math.min(usual * 1.15, 15_000) : (usual * 3 + took) / 4;
      failures.push(...faultsIn(dataDir, ledger).map((fault) => `cycle ${cycle}: ${fault}`));
    }
    if (mutant === 'none') failures.push(...(await resumed(dataDir, ledger)));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return { failures, acknowledged, finished: ledger.done.size };
}

/** A file of so many customers. */
function csvOf(rows: number): string {
  return `id,n\n${Array.from({ length: rows }, (_, at) => `k${at},${at * rows}\n`).join('')}`;
}

/** Sends a file, or watches the one that an earlier kill interrupted. */
async function importOnce(url: string, rows: number, ledger: Ledger): Promise<{ readonly accepted: boolean; readonly took?: number }> {
  const from = performance.now();
  const open = [...ledger.accepted.keys()].find((id) => !ledger.done.has(id));
  if (open !== undefined) return watch(url, open, ledger, from);
  const sent = await tell<{ import: string }>(`${url}/v1/datasets/customers/imports?key=id`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv' },
    body: csvOf(rows),
  });
  if (sent?.status !== 202) return { accepted: false };
  const id = sent.json.import;
  ledger.accepted.set(id, rows);
  return watch(url, id, ledger, from);
}

async function watch(
  url: string,
  id: string,
  ledger: Ledger,
  from: number,
): Promise<{ readonly accepted: boolean; readonly took?: number }> {
  for (;;) {
    const at = await tell<ImportAnswer>(`${url}/v1/datasets/customers/imports/${id}`);
    if (at === undefined) return { accepted: true };
    if (at.json.state === 'done') {
      ledger.done.set(id, at.json.generation ?? 0);
      return { accepted: true, took: performance.now() - from };
    }
    await wait(5);
  }
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
    const folderOf = (id: string) => join(dataDir, 'generations', id);
    for (const [id] of ledger.accepted) {
      const row = db.prepare('SELECT state FROM import WHERE id = ?').get(id) as { state: string } | undefined;
      must(row !== undefined && ['waiting', 'running', 'done'].includes(row.state), `accepted import ${id} is ${row?.state}`);
      if (row !== undefined && row.state !== 'done') must(existsSync(join(dataDir, 'uploads', id)), `the file of import ${id} is gone`);
    }
    for (const [id, generation] of ledger.done) {
      const row = db.prepare('SELECT state, generation FROM import WHERE id = ?').get(id) as { state: string; generation: number };
      must(row.state === 'done' && row.generation === generation, `finished import ${id} is ${row.state} in ${row.generation}`);
    }
    const { generation } = db.prepare('SELECT generation FROM workspace').get() as { generation: number };
    const counts = db
      .prepare("SELECT (SELECT count(*) FROM generation) AS all_of_them, (SELECT count(*) FROM import WHERE state = 'done') AS done")
      .get() as { all_of_them: number; done: number };
    must(
      generation === counts.all_of_them && generation === counts.done,
      `generation ${generation} of ${counts.all_of_them}, ${counts.done} imports done`,
    );
    const parts = db.prepare('SELECT import FROM generation_dataset WHERE generation = ?').all(generation) as { import: string }[];
    must(parts.length === Math.min(1, generation), `generation ${generation} has ${parts.length} parts`);
    for (const { import: id } of parts) {
      const opened = openTable({ customers: folderOf(id), verify: true });
      must(opened.ok, `what is served cannot be read: ${opened.ok ? '' : opened.problem.code}`);
      const rows = ledger.accepted.get(id);
      if (opened.ok && rows !== undefined)
        must(opened.value.table.rows === rows, `${opened.value.table.rows} rows are served, ${rows} were sent`);
    }
    return faults;
  } finally {
    db.close();
  }
}

/** Left alone, the server finishes everything it accepted and throws away what belongs to nothing. */
async function resumed(dataDir: string, ledger: Ledger): Promise<string[]> {
  const server = await startKillable(dataDir, 'none');
  const faults: string[] = [];
  for (const [id, rows] of ledger.accepted) {
    let at = await tell<ImportAnswer>(`${server.url}/v1/datasets/customers/imports/${id}`);
    while (at?.json.state === 'waiting' || at?.json.state === 'running') {
      await wait(10);
      at = await tell<ImportAnswer>(`${server.url}/v1/datasets/customers/imports/${id}`);
    }
    if (at?.json.state !== 'done' || at.json.loaded !== rows)
      faults.push(`import ${id} ended ${at?.json.state} with ${at?.json.loaded} of ${rows} rows`);
  }
  await server.kill();
  const kept = new Set(ledger.accepted.keys());
  for (const name of readdirSync(join(dataDir, 'uploads'))) faults.push(`left behind: uploads/${name}`);
  for (const name of readdirSync(join(dataDir, 'generations')))
    if (!kept.has(name) && !known(dataDir, name)) faults.push(`left behind: generations/${name}`);
  return faults;
}

/** An import whose acceptance did not reach the caller any more. */
function known(dataDir: string, id: string): boolean {
  const db = new Database(join(dataDir, 'tierflow.sqlite'), { readonly: true });
  const row = db.prepare('SELECT 1 FROM import WHERE id = ?').get(id);
  db.close();
  return row !== undefined;
}
