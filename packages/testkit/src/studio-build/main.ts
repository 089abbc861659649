/** `pnpm start` runs this first: a studio that is not built yet, or not from these sources, is built. */
import { join } from 'node:path';
import { buildStudio } from './build-studio.ts';

const started = performance.now();
const outcome = await buildStudio(join(import.meta.dirname, '..', '..', '..', '..'));
if (outcome === 'built') console.log(`Studio built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
