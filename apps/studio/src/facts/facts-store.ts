// Everything derived from the open document: what the compiler says of each node, and what the runtime counted.
// It can be thrown away and made again; nothing here is saved.
import type { Grid, Histogram, NodeCount, Preview, Shares } from '@tierflow/api';
import type { Compilation } from '@tierflow/compiler';
import type { Diagnostic } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '../server/server.ts';

/** A counted value with the fingerprint of the node it was counted for. */
export interface Counted<T> {
  readonly print: string;
  readonly value: T;
}

export interface FactsState {
  readonly compilation: Compilation | null;
  /** Fingerprints of the nodes on the screen. */
  readonly prints: ReadonlyMap<string, string>;
  /** The latest counts of each node, of whatever fingerprint. */
  readonly counts: ReadonlyMap<string, Counted<NodeCount>>;
  /** By `node.column`, as asked for with `want`. */
  readonly histograms: ReadonlyMap<string, Counted<Histogram>>;
  /** By `node.rows.columns`. */
  readonly grids: ReadonlyMap<string, Counted<Grid>>;
  /** By `node.of.by`. */
  readonly shares: ReadonlyMap<string, Counted<Shares>>;
  readonly preview: {
    readonly state: 'idle' | 'computing' | 'done' | 'failed';
    /** The newest answer; kept while the next one is computed. */
    readonly answer: Preview | null;
    /** The content that the newest answer is about. */
    readonly flow: Flow | null;
    readonly failure: Failure | null;
    /** From asking to painting. */
    readonly milliseconds: number | null;
  };
  readonly diagnostics: readonly Diagnostic[];
}

/** Two columns to cross; a side with many values is cut at edges. */
export interface WantedGrid {
  readonly node: string;
  readonly rows: string;
  readonly columns: string;
  readonly rowEdges?: readonly number[];
  readonly columnEdges?: readonly number[];
  /** People without a value are a last row and column. */
  readonly missing?: true;
}

/** What a part of the surface wants counted beside the nodes. */
export interface Want {
  readonly columns?: readonly { readonly node: string; readonly column: string; readonly bins?: number }[] | undefined;
  readonly grids?: readonly WantedGrid[] | undefined;
  /** A column a node makes for itself, added up by the classes of another. */
  readonly shares?: readonly { readonly node: string; readonly of: string; readonly by: string }[] | undefined;
  /** Nodes whose conditions are to be counted row by row. */
  readonly conditions?: readonly string[];
  /** Nodes of which everything they have counted for themselves is wanted. */
  readonly probes?: readonly string[];
}

export type FactsStore = StoreApi<FactsState>;

/** A store without facts. */
export function createFactsStore(): FactsStore {
  return createStore<FactsState>(() => noFacts);
}

export const noFacts: FactsState = {
  compilation: null,
  prints: new Map(),
  counts: new Map(),
  histograms: new Map(),
  grids: new Map(),
  shares: new Map(),
  preview: { state: 'idle', answer: null, flow: null, failure: null, milliseconds: null },
  diagnostics: [],
};
