// The registry: the one list of node kinds.
import type { KindRegistry, NodeKind } from '@tierflow/compiler';
import { rfm } from './rfm/index.ts';
import { source } from './source/index.ts';
import { tiers } from './tiers/index.ts';

const kinds: readonly NodeKind[] = [source, rfm, tiers];

/** Every kind by name, in the order of the palette. */
export const nodeKinds: KindRegistry = new Map(kinds.map((kind) => [kind.kind, kind]));
