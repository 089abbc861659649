// Opens a flow in the editor: its draft, what is live of it, the data it reads; and keeps it saved while it is open.

import { useQuery } from '@tanstack/react-query';
import type { FlowSummary } from '@tierflow/api';
import { type Flow, flowLayout, sameJson } from '@tierflow/flow';
import { useEffect, useRef } from 'react';
import { type Studio, useStudio } from '../app/studio.ts';
import { initialUi } from '../app/ui-store.ts';
import { importedData, useWorkspace } from '../server/data-queries.ts';
import { orThrow, type Server } from '../server/server.ts';
import { Autosave } from './autosave.ts';
import type { PublishedContent } from './document-store.ts';
import { dropUnsaved, readUnsaved } from './unsaved.ts';

interface Opened {
  readonly flow: Flow;
  /** Null where the flow has no draft on the server yet. */
  readonly etag: string | null;
  readonly published: PublishedContent | null;
}

/** Loads and opens; answers the state of loading, and the autosave while the flow is open. */
export function useOpenFlow(id: string) {
  const studio = useStudio();
  const autosave = useRef<Autosave | null>(null);
  const opened = useQuery({
    queryKey: ['open', id],
    queryFn: () => load(studio.server, id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  useData();
  useEffect(() => {
    if (opened.data === undefined) return;
    autosave.current = open(studio, opened.data);
    return () => {
      autosave.current?.stop();
      autosave.current = null;
      studio.document.close();
      studio.ui.setState(initialUi);
    };
  }, [studio, opened.data]);
  return { opened, autosave };
}

/** Tells the facts of the data: at the beginning, and whenever the workspace has a new generation. */
function useData(): void {
  const { facts, server } = useStudio();
  const workspace = useWorkspace();
  const generation = workspace.data?.generation;
  const data = useQuery({ queryKey: ['imported', generation], queryFn: () => importedData(server), enabled: generation !== undefined });
  useEffect(() => {
    if (data.data !== undefined) facts.setData(data.data.sets, data.data.generation);
    // Without the server the flow is compiled against what it declares itself.
    else if (data.isError || workspace.isError) facts.setData([], '');
  }, [facts, data.data, data.isError, workspace.isError]);
}

function open(studio: Studio, { flow, etag, published }: Opened): Autosave {
  const saved = placed(flow);
  const kept = readUnsaved(studio.storage, flow.id);
  studio.document.open(saved, published);
  const autosave = new Autosave({ document: studio.document, server: studio.server, storage: studio.storage, saved, etag });
  // Work that did not reach the server last time goes on; if the draft changed since, the ordinary question is asked.
  if (kept !== undefined && sameJson(kept.flow, saved)) dropUnsaved(studio.storage, flow.id);
  else if (kept !== undefined) {
    if (kept.etag !== etag) autosave.expect(kept.etag);
    studio.document.run((present) => ({ flow: { ...kept.flow, id: present.id }, step: { code: 'replace', reason: 'restore' } }));
  }
  return autosave;
}

async function load(server: Server, id: string): Promise<Opened> {
  const summary = orThrow(await server.call('getFlow', { path: { id } }));
  const published = await liveOf(server, summary);
  const draft = summary.draft === null ? undefined : await server.call('getDraft', { path: { id } });
  if (draft !== undefined) return { flow: orThrow(draft), etag: draft.ok ? draft.etag : null, published };
  if (published !== null) return { flow: published.flow, etag: null, published };
  return { flow: orThrow(await server.call('getDraft', { path: { id } })), etag: null, published };
}

/** What is live of a flow. */
export async function liveOf(server: Server, { id, live }: Pick<FlowSummary, 'id' | 'live'>): Promise<PublishedContent | null> {
  if (live === null) return null;
  const version = orThrow(await server.call('getVersion', { path: { id, version: String(live.version) } }));
  return { version: version.version, flow: version.flow };
}

/** Cards without a place get one, once, when the flow is opened; nothing moves later by itself. */
function placed(flow: Flow): Flow {
  const missing = flow.nodes.filter((node) => flow.layout?.[node.id] === undefined);
  if (missing.length === 0) return flow;
  return { ...flow, layout: { ...flowLayout(flow), ...flow.layout } };
}
