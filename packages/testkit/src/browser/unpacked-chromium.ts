/**
 * The Chromium inside `@sparticuz/chromium`, unpacked once per clone. Unpacking runs in its own process, because the package
 * reads the temporary folder and its settings from the environment, and ends with one rename, so that an interrupted or a
 * simultaneous unpacking never leaves half a browser behind.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A Chromium that can be started, and the variables its process needs. */
export interface FoundChromium {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache');

export async function unpackedChromium(): Promise<FoundChromium> {
  const folder = join(cache, `chromium-${await packagedVersion()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

async function packagedVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest: unknown = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('@sparticuz/chromium has a package.json without a version');
}

async function unpackInto(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'unpacking-'));
  try {
    // `nodejs22.x` makes the package unpack the nss libraries too, which a bare Linux lacks.
    const env = { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], { env });
    await writeFile(join(draft, 'fonts.conf'), fontConfiguration(folder));
    await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
      // Another process was faster; its copy is the same.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
