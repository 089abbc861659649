// Writes the example files; runs as a thread of its own, since drawing thousands of customers would hold up requests.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { generateB2b, generateRetail } from '@tierflow/examples';

const { dir } = workerData as { readonly dir: string };
await generateRetail({ dir: join(dir, 'retail') });
parentPort?.postMessage('retail');
await generateB2b({ dir: join(dir, 'b2b') });
parentPort?.postMessage('b2b');
