// The end of publishing, inside one transaction: numbers are given, bytes are made once, hashed and stored.
import { createHash } from 'node:crypto';
import { canonicalJson, type Definition } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import type { Store } from '../store/store.ts';
import type { VersionCounts } from '../store/version-table.ts';

export interface NewVersionRequest {
  readonly flow: Flow;
  /** Without numbers: version and revision are given here. */
  readonly definition: Definition;
  readonly counts: VersionCounts;
  readonly asOf: string;
  readonly generation: number;
  readonly note: string | null;
  readonly restored: number | null;
  readonly now: string;
}

export interface PublishedVersion {
  readonly version: number;
  readonly revision: number;
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** Gives the numbers and stores the bytes; call it inside the transaction. */
export function storeVersion({ workspace, versions }: Pick<Store, 'workspace' | 'versions'>, request: NewVersionRequest): PublishedVersion {
  const { flow, counts, asOf, generation, note, restored, now } = request;
  const revision = workspace.nextRevision();
  const version = versions.next(flow.id);
  const bytes = Buffer.from(canonicalJson({ ...request.definition, version, revision }));
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  versions.add({
    flow: flow.id,
    version,
    revision,
    digest,
    bytes,
    content: JSON.stringify(flow),
    asOf,
    generation,
    note,
    restored,
    counts,
    publishedAt: now,
  });
  return { version, revision, digest, bytes };
}
