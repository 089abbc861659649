// The parts of a running studio, put together once in main and handed to the surface through a context.
import type { KindRegistry } from '@tierflow/compiler';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { DocumentState, DocumentStore } from '../document/document-store.ts';
import type { Facts } from '../facts/facts.ts';
import type { FactsState, FactsStore } from '../facts/facts-store.ts';
import type { Server } from '../server/server.ts';
import type { PreferenceStore, Preferences } from './preferences.ts';
import type { UiState, UiStore } from './ui-store.ts';

export interface Studio {
  readonly document: DocumentStore;
  readonly facts: Facts;
  readonly factsStore: FactsStore;
  readonly ui: UiStore;
  readonly preferences: PreferenceStore;
  readonly server: Server;
  readonly kinds: KindRegistry;
  readonly storage: Storage;
}

export const StudioContext = createContext<Studio | null>(null);

/** The studio the component lives in. */
export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (studio === null) throw new Error('outside of a studio');
  return studio;
}

/** A part of the document's state. */
export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useStudio().document, select);
}

/** A part of the facts. */
export function useFacts<T>(select: (state: FactsState) => T): T {
  return useStore(useStudio().factsStore, select);
}

/** A part of the surface's state. */
export function useUi<T>(select: (state: UiState) => T): T {
  return useStore(useStudio().ui, select);
}

/** A part of the preferences. */
export function usePreferences<T>(select: (state: Preferences) => T): T {
  return useStore(useStudio().preferences, select);
}
