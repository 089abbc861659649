// Reads the manifest of a generation.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATION_FORMAT, type Manifest } from '../generation/manifest.ts';
import { type Outcome, outcomeOf, Refusal } from '../outcome.ts';

export function manifestIn(dir: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(dir, 'manifest.json'), 'utf8');
  } catch {
    throw new Refusal('generation.absent', { dir });
  }
  let manifest: Manifest;
  try {
    manifest = JSON.parse(text) as Manifest;
  } catch {
    throw new Refusal('generation.corrupt', { file: 'manifest.json' });
  }
  if (manifest.format !== GENERATION_FORMAT) throw new Refusal('generation.format', { format: String(manifest.format).slice(0, 60) });
  return manifest;
}

/** The manifest of the generation in `dir`. */
export const readManifest = (dir: string): Outcome<Manifest> => outcomeOf(() => manifestIn(dir));
