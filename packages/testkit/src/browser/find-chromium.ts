/** Finds a Chromium: the one named by `CHROMIUM_PATH`, else one of the system, else the one that comes inside an npm package. */
import { existsSync } from 'node:fs';
import { type FoundChromium, unpackedChromium } from './unpacked-chromium.ts';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
] as const;

/** @throws Error when there is none, or when `CHROMIUM_PATH` names a file that does not exist. */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names a file that does not exist: ${named}`);
    return { path: named, env: {} };
  }
  const system = systemPaths.find((path) => existsSync(path));
  if (system !== undefined) return { path: system, env: {} };
  if (process.platform === 'linux') return unpackedChromium();
  throw new Error('No Chromium was found. Install Chromium or Chrome, or set CHROMIUM_PATH to its executable.');
}
