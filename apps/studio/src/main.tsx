// Puts the studio together and shows it.
import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-sc';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './design/global.css';
import { nodeKinds } from '@tierflow/nodes';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { openPreferences } from './app/preferences.ts';
import { Surface } from './app/Surface.tsx';
import type { Studio } from './app/studio.ts';
import { createUiStore } from './app/ui-store.ts';
import { createDocumentStore } from './document/document-store.ts';
import { Facts } from './facts/facts.ts';
import { createFactsStore } from './facts/facts-store.ts';
import { createServer } from './server/server.ts';
import { startWords } from './words/languages.ts';

// The page's policy forbids generated code, also to the schema library.
z.config({ jitless: true });

const preferences = openPreferences(window.localStorage, navigator.languages);
const document = createDocumentStore();
const factsStore = createFactsStore();
const server = createServer({ fetch: (...request) => window.fetch(...request), language: () => preferences.getState().language });
const facts = new Facts({ document, store: factsStore, server, kinds: nodeKinds, client: crypto.randomUUID() });
const studio: Studio = {
  document,
  facts,
  factsStore,
  ui: createUiStore(),
  preferences,
  server,
  kinds: nodeKinds,
  storage: window.localStorage,
};

const root = window.document.getElementById('root');
if (root !== null) createRoot(root).render(<Surface studio={studio} words={startWords(preferences.getState().language)} />);
