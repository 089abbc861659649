// What handlers work with: the store, the analysis thread, the queues. Put together once, in create-runtime.

import type { Manifest } from '@tierflow/data';
import type { AnalysisClient } from '../analysis/client.ts';
import type { Folders } from '../folders.ts';
import type { ImportQueue } from '../imports/import-queue.ts';
import type { PublishedDefinitions } from '../publishing/published-definitions.ts';
import type { RunQueue } from '../runs/run-queue.ts';
import type { Store } from '../store/store.ts';

export interface Services {
  readonly store: Store<Manifest>;
  readonly analysis: AnalysisClient;
  readonly imports: ImportQueue;
  readonly runs: RunQueue;
  readonly published: PublishedDefinitions;
  readonly folders: Folders;
  /** The present, RFC 3339. */
  readonly now: () => string;
  /** The server is about to end. */
  readonly draining: () => boolean;
  /** The example data is being prepared. */
  readonly preparing: () => boolean;
}
