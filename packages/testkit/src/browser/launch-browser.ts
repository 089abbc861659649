/** Starts the Chromium that the browser tests use, with every background call switched off. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--font-render-hinting=none',
] as const;

/**
 * Launches a headless Chromium; the caller closes it.
 *
 * @throws Error when no Chromium can be found; the message names the variable to set.
 * @example
 * const browser = await launchBrowser();
 * const page = await browser.newPage({ locale: 'zh-CN' });
 * await browser.close();
 */
export async function launchBrowser(): Promise<Browser> {
  const found = await findChromium();
  return chromium.launch({
    executablePath: found.path,
    headless: true,
    args: [...flags],
    env: { ...definedOnly(process.env), ...found.env },
    timeout: 60_000,
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
