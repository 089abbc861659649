import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const preload = join(import.meta.dirname, 'end-with-npx.ts');
const server = `process.once('SIGTERM', () => { console.log('drained'); process.exit() }); setInterval(() => {}, 1e6); console.log('up ' + process.pid)`;

/** A shell that calls itself `name` runs the server and, like npx, does not hand signals down. */
function startUnder(name: string): ChildProcess {
  return spawn('sh', ['-c', '"$0" --import "$1" -e "$2"; :', process.execPath, preload, server], {
    argv0: name,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test.skipIf(process.platform !== 'linux')('the server drains when npx is gone', async () => {
  const npx = startUnder('npm exec pnpm start');
  const [up] = await once(npx.stdout!, 'data');
  expect(String(up)).toContain('up ');
  const last = once(npx.stdout!, 'data');
  npx.kill('SIGKILL');
  expect(String((await last)[0])).toContain('drained');
});

test.skipIf(process.platform !== 'linux')('a shell that goes away does not end it', async () => {
  const shell = startUnder('sh');
  const [up] = await once(shell.stdout!, 'data');
  const server = Number(String(up).trim().split(' ')[1]);
  shell.kill('SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(process.kill(server, 0)).toBe(true);
  process.kill(server, 'SIGKILL');
});
