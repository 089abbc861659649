import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { waysToUse } from './commands.ts';

test('a key with quotes reaches the shell as it is', () => {
  const customer = 'O\'Brien "x" $HOME `id`';
  const decide = waysToUse({ origin: 'http://127.0.0.1:1', flow: 'f', customer }).find(({ name }) => name === 'decide')?.command ?? '';
  const printed = execFileSync('sh', ['-c', decide.replace(/^curl/, 'printf "%s\\n"')], { encoding: 'utf8' });
  expect(printed.trim().split('\n').at(-1)).toBe(JSON.stringify({ key: customer }));
});

test('every way names the flow', () => {
  for (const { command } of waysToUse({ origin: 'https://x.example', flow: 'rfm', customer: 'C1' })) expect(command).toContain('rfm');
});
