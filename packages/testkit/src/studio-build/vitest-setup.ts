/** Before the browser tests: what they drive is the built studio, as users get it. */
import { join } from 'node:path';
import { buildStudio } from './build-studio.ts';

export async function setup(): Promise<void> {
  await buildStudio(join(import.meta.dirname, '..', '..', '..', '..'));
}
