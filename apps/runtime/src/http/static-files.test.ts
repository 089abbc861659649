// The studio's files: what is in the folder is served, what is outside is not.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FileAnswer, staticFiles } from './static-files.ts';

let root: string;
let files: FileAnswer;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tierflow-files-'));
  mkdirSync(join(root, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.js'), 'secret');
  writeFileSync(join(root, 'dist', 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'dist', 'assets', 'a-1.js'), 'a');
  symlinkSync(join(root, 'secret.js'), join(root, 'dist', 'link.js'));
  files = staticFiles(join(root, 'dist'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const get = (path: string, known?: string) => files({ path, method: 'GET', known });

test('files by name, every other page is the studio', async () => {
  const asset = await get('/assets/a-1.js');
  expect(await asset?.text()).toBe('a');
  expect(asset?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(asset?.headers.get('cache-control')).toContain('immutable');
  for (const page of ['/', '/flows', '/flows/rfm-five-tiers/edit']) {
    const answer = await get(page);
    expect(await answer?.text()).toBe('<!doctype html>');
    expect(answer?.headers.get('cache-control')).toBe('no-cache');
  }
});

test('what the browser has is not sent again', async () => {
  const etag = (await get('/'))?.headers.get('etag') ?? '';
  expect((await get('/', etag))?.status).toBe(304);
  expect((await get('/', `"x", W/${etag}`))?.status).toBe(304);
  expect((await get('/', '"x"'))?.status).toBe(200);
});

test.each([
  '/secret.js',
  '/../secret.js',
  '/assets/../../secret.js',
  '/%2e%2e/secret.js',
  '/..%2fsecret.js',
  '/link.js',
  '/a\\..\\secret.js',
  '/%00.js',
  '/%zz.js',
  '/none.js',
  '/v1/none',
  '/v1/../secret.js',
])('%s is not there', async (path) => {
  expect(await get(path)).toBeUndefined();
});

test('nothing is written', async () => {
  expect(await files({ path: '/', method: 'POST', known: undefined })).toBeUndefined();
});
