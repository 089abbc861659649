// The facts of edges, worked out once for all of them whenever document or counts change.
import { createContext, useContext, useEffect, useState } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import { type Studio, useStudio } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { type EdgeFacts, edgeFacts } from './edge-facts.ts';

interface EdgeState {
  readonly facts: ReadonlyMap<string, EdgeFacts>;
  /** Edge under the pointer. */
  readonly hovered: string | null;
}

type EdgeStore = StoreApi<EdgeState>;

export const EdgeContext = createContext<EdgeStore | null>(null);

/** A store that follows the studio for as long as the component lives. */
export function useEdgeStore(): EdgeStore {
  const studio = useStudio();
  const [store] = useState(() => createStore<EdgeState>(() => ({ facts: current(studio, new Map()), hovered: null })));
  useEffect(() => {
    const follow = () => store.setState((state) => ({ facts: current(studio, state.facts) }));
    const ends = [studio.document.subscribe(follow), studio.factsStore.subscribe(follow)];
    follow();
    return () => {
      for (const end of ends) end();
    };
  }, [studio, store]);
  return store;
}

/** A part of the edges' state. */
export function useEdges<T>(select: (state: EdgeState) => T): T {
  const store = useContext(EdgeContext);
  if (store === null) throw new Error('outside of a canvas');
  return useStore(store, select);
}

/** The store itself, for handlers. */
export function useEdgeContext(): EdgeStore {
  const store = useContext(EdgeContext);
  if (store === null) throw new Error('outside of a canvas');
  return store;
}

function current(studio: Studio, old: ReadonlyMap<string, EdgeFacts>): ReadonlyMap<string, EdgeFacts> {
  const flow = shownFlow(studio.document.getState());
  if (flow === null) return new Map();
  const facts = studio.factsStore.getState();
  const fresh = edgeFacts(flow, {
    count: (id) => (facts.compilation?.nodes.get(id)?.blockedBy === undefined ? facts.counts.get(id)?.value : undefined),
    current: (id) => facts.counts.get(id)?.print === facts.prints.get(id),
    compilation: facts.compilation,
  });
  const kept = new Map([...fresh].map(([key, value]) => [key, same(old.get(key), value)]));
  return kept.size === old.size && [...kept].every(([key, value]) => old.get(key) === value) ? old : kept;
}

function same(old: EdgeFacts | undefined, next: EdgeFacts): EdgeFacts {
  return old !== undefined && JSON.stringify(old) === JSON.stringify(next) ? old : next;
}
