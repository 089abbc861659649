// Removes what broken-off imports and superseded generations have left behind.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Directories under this prefix are imports that were never finished, or are still running. */
export const TEMPORARY_PREFIX = '.importing-';

/**
 * Removes unfinished imports and generations whose names are not in `live`. To be called when no import is running (at start).
 * @returns names of what was removed.
 */
export function collectOrphans(dir: string, live: Iterable<string>): readonly string[] {
  if (!existsSync(dir)) return [];
  const keep = new Set(live);
  const orphans = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !keep.has(entry.name))
    .filter((entry) => entry.name.startsWith(TEMPORARY_PREFIX) || existsSync(join(dir, entry.name, 'manifest.json')))
    .map((entry) => entry.name);
  for (const name of orphans) rmSync(join(dir, name), { recursive: true, force: true });
  return orphans;
}
