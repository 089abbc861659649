// The record store: how it is opened, what it never does.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openConnection } from './connection.ts';
import { openStore, type Store } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierflow-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function opened(): Store {
  const outcome = openStore(folder);
  if (!outcome.ok) throw new Error(outcome.reason);
  outcome.store.workspace.ensure({ name: 'Test', language: 'en', timeZone: 'UTC', examples: 'none' });
  return outcome.store;
}

test('every connection carries the settings, a re-opened one included', () => {
  for (let time = 0; time < 2; time++) {
    const connection = openConnection(join(folder, 'x.sqlite'));
    connection.exec('CREATE TABLE IF NOT EXISTS t (a)');
    const settings = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'secure_delete',
      'busy_timeout',
      'trusted_schema',
      'cell_size_check',
    ].map((name) => connection.pragma(name));
    expect(settings).toEqual(['wal', 2, 1, 1, 5000, 0, 1]);
    connection.close();
  }
});

test('a re-opened WAL file would be at NORMAL by itself', () => {
  openConnection(join(folder, 'x.sqlite')).close();
  const plain = new Database(join(folder, 'x.sqlite'));
  expect(plain.pragma('synchronous', { simple: true })).toBe(1);
  plain.close();
});

test('a folder belongs to one store at a time', () => {
  const store = opened();
  expect(openStore(folder)).toEqual({ ok: false, reason: 'locked' });
  store.close();
  opened().close();
});

test('a store written by a newer version is left alone', () => {
  opened().close();
  const connection = openConnection(join(folder, 'tierflow.sqlite'));
  connection.pragma('user_version = 9999');
  connection.close();
  expect(openStore(folder)).toEqual({ ok: false, reason: 'newer' });
});

test('a published version is never changed or removed, and damaged bytes are never served', () => {
  const store = opened();
  const row = {
    flow: 'a',
    version: 1,
    revision: 1,
    asOf: '2026-01-01',
    generation: 1,
    note: null,
    restored: null,
    publishedAt: '',
    content: '{}',
  };
  const counts = { title: { en: 'a' }, customers: 0, tiers: [], unassigned: 0 };
  const digest = 'sha256:ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356';
  store.transaction(() => store.versions.add({ ...row, counts, digest, bytes: Buffer.from('{}\n') }));
  expect(store.versions.bytes('a', 1)).toEqual(Buffer.from('{}\n'));
  store.close();
  const connection = openConnection(join(folder, 'tierflow.sqlite'));
  expect(() => connection.exec("UPDATE version SET note = 'x'")).toThrow('never changes');
  expect(() => connection.exec('DELETE FROM version')).toThrow('never removed');
  connection.exec("DROP TRIGGER version_immutable; UPDATE version SET bytes = x'7b7d20'");
  connection.close();
  const again = opened();
  expect(again.versions.bytes('a', 1)).toBe('corrupt');
  again.close();
});

test('remembered answers are forgotten after a day', () => {
  const store = opened();
  const answer = { fingerprint: 'f', status: 201, headers: {}, body: '{}' };
  store.idempotency.remember('k', 'publish a', answer, '2026-01-01T00:00:00.000Z');
  expect(store.idempotency.find('k', 'publish a', '2026-01-01T23:59:00.000Z')).toEqual(answer);
  expect(store.idempotency.find('k', 'publish b', '2026-01-01T00:00:01.000Z')).toBeUndefined();
  expect(store.idempotency.find('k', 'publish a', '2026-01-02T00:00:01.000Z')).toBeUndefined();
  store.close();
});
