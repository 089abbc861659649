// The command line itself: help, languages, words for every code, the process around it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../src/commands/table.ts';
import { helpFor } from '../src/words/help.ts';
import { ownMessages } from '../src/words/own.ts';
import { mainFile, scratch, tierflow, tierflowProcess } from './support.ts';

const sources = join(import.meta.dirname, '..', 'src');

describe('help', () => {
  it.each(Object.keys(commands))('%s has help in both languages that names its options', async (name) => {
    const command = await commands[name]?.();
    for (const language of ['en', 'zh-CN'] as const) {
      const ran = await tierflow([name, '--help', '--lang', language]);
      expect(ran).toEqual({ code: 0, out: helpFor(name, language), err: '' });
      expect(ran.out).not.toBe(helpFor(undefined, language));
      for (const option of Object.keys(command?.options ?? {})) expect(ran.out).toContain(`--${option}`);
      expect(helpFor(undefined, language)).toContain(`tierflow ${name}`);
    }
    expect((await tierflow(['help', name])).out).toBe(helpFor(name, 'en'));
  });

  it('the overview', async () => {
    for (const argv of [['--help'], ['-h'], ['help']])
      expect(await tierflow(argv)).toEqual({ code: 0, out: helpFor(undefined, 'en'), err: '' });
  });
});

describe('words', () => {
  it('are the same in both languages, with the same parameters', () => {
    expect(Object.keys(ownMessages['zh-CN'])).toEqual(Object.keys(ownMessages.en));
    const parameters = (text: string | undefined): readonly string[] =>
      [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
    for (const [code, text] of Object.entries(ownMessages.en))
      expect(parameters(ownMessages['zh-CN'][code]), code).toEqual(parameters(text));
  });

  it('exist for every code that the sources raise', () => {
    const texts = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(sources, name), 'utf8'));
    const raised = texts.flatMap((text) =>
      [...text.matchAll(/(?:Fault\(|fault\(|code: )'([a-z-]+\.[a-z-]+)'/g)].map(([, code]) => code ?? ''),
    );
    expect(raised.length).toBeGreaterThan(20);
    const elsewhere = new Set(['file.unreadable']);
    expect(raised.filter((code) => !(code in ownMessages.en) && !elsewhere.has(code))).toEqual([]);
  });
});

describe('the process', () => {
  it('ends with the codes 0, 1 and 2', async () => {
    expect(await tierflowProcess(['--help'])).toMatchObject({ code: 0 });
    expect(await tierflowProcess(['verify', '/nowhere.json'])).toMatchObject({ code: 1, out: '' });
    expect(await tierflowProcess(['verify'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('serve', () => {
  it('starts the runtime where it is told and ends with it', async () => {
    const port = await freePort();
    const child = spawn(process.execPath, [mainFile, 'serve', '--port', String(port), '--data-dir', scratch(), '--no-examples'], {
      stdio: 'pipe',
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    while (!said.includes('http://') && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    expect(said).toContain(`:${port}`);
    const answer = await fetch(`http://127.0.0.1:${port}/livez`);
    expect(answer.status).toBe(200);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(0);
    await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow();
  });

  it('refuses what is no port', async () => {
    expect(await tierflow(['serve', '--port', '99999'])).toMatchObject({ code: 2 });
    expect(await tierflow(['serve', 'now'])).toMatchObject({ code: 2 });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}
