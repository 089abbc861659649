// Flows, drafts, versions: reading and saving what people design.
import type { FlowSummary, Version } from '@tierflow/api';
import { type Flow, localText, sameContent } from '@tierflow/flow';
import type { Call, Handlers } from '../http/call.ts';
import { entityTags, matchesWeakly } from '../http/entity-tags.ts';
import { Refusal } from '../http/refusal.ts';
import type { DraftPrecondition } from '../store/flow-table.ts';
import type { VersionRow } from '../store/version-table.ts';
import type { Services } from './services.ts';

type FlowHandlers = Pick<
  Handlers,
  | 'listFlows'
  | 'createFlow'
  | 'getFlow'
  | 'deleteFlow'
  | 'getDraft'
  | 'putDraft'
  | 'listAutosaves'
  | 'getAutosave'
  | 'listVersions'
  | 'getVersion'
>;

export function flowHandlers(services: Services): FlowHandlers {
  const { store, now } = services;
  return {
    listFlows: () => ({ status: 200, json: { flows: store.flows.list().map(({ id }) => summaryOf(services, id)) } }),
    createFlow: ({ body: { flow } }) => {
      const saved = store.flows.save(flow, JSON.stringify(flow), { precondition: 'absent' }, now());
      if (!('etag' in saved)) throw new Refusal('flow.exists', { params: { id: flow.id } });
      return { status: 201, json: summaryOf(services, flow.id), headers: { Location: `/v1/flows/${flow.id}`, ETag: saved.etag } };
    },
    getFlow: ({ params }) => ({ status: 200, json: summaryOf(services, known(services, params['id'])) }),
    deleteFlow: ({ params }) => {
      store.flows.remove(known(services, params['id']));
      return { status: 204 };
    },
    getDraft: ({ params, headers }) => {
      const draft = draftOf(services, params['id']);
      if (matchesWeakly(entityTags('If-None-Match', headers['if-none-match']), draft.etag))
        return { status: 304, headers: { ETag: draft.etag } };
      return { status: 200, content: draft.content, type: 'application/json', headers: { ETag: draft.etag, 'Cache-Control': 'no-cache' } };
    },
    putDraft: (call) => putDraft(services, call),
    listAutosaves: ({ params }) => ({ status: 200, json: { points: [...store.flows.autosaves(known(services, params['id']))] } }),
    getAutosave: ({ params }) => {
      const id = known(services, params['id']);
      const content = store.flows.autosave(id, wholeNumber(params['point']));
      if (content === undefined) throw new Refusal('draft.unknown', { params: { id } });
      return { status: 200, content, type: 'application/json' };
    },
    listVersions: ({ params }) => {
      const id = params['id'] ?? '';
      const versions = store.versions.list(id);
      if (versions.length === 0) known(services, id);
      return { status: 200, json: { live: store.versions.head(id)?.version ?? null, versions: versions.map(versionOf) } };
    },
    getVersion: ({ params }) => {
      const id = params['id'] ?? '';
      const version = wholeNumber(params['version']);
      const row = store.versions.get(id, version);
      const content = store.versions.content(id, version);
      if (row === undefined || content === undefined) {
        if (store.versions.head(id) === undefined) known(services, id);
        throw new Refusal('version.unknown', { params: { id, version: params['version'] ?? '' } });
      }
      return { status: 200, json: { ...versionOf(row), flow: JSON.parse(content) as Flow } };
    },
  };
}

/** The id of a flow that exists. */
export function known(services: Services, id: string | undefined): string {
  if (id === undefined || !services.store.flows.has(id)) throw new Refusal('flow.unknown', { params: { id: id ?? '' } });
  return id;
}

/** The stored draft of a flow. */
export function draftOf(
  services: Services,
  id: string | undefined,
): { readonly etag: string; readonly content: string; readonly flow: () => Flow } {
  const draft = services.store.flows.draft(known(services, id));
  if (draft === undefined) throw new Refusal('draft.unknown', { params: { id: id ?? '' } });
  return { ...draft, flow: () => JSON.parse(draft.content) as Flow };
}

function putDraft({ store, now }: Services, { params, query, headers, body }: Call<'putDraft'>) {
  const id = params['id'] ?? '';
  if (body.id !== id)
    throw new Refusal('flow.id', { params: { id }, faults: [{ code: 'value.choice', pointer: '/id', params: { choices: id } }] });
  const terms = { precondition: preconditionOf(headers), emptied: query.emptied === 'true' };
  const saved = store.flows.save(body, JSON.stringify(body), terms, now());
  if (saved.state === 'stale') throw new Refusal('precondition.failed', currentTag(store.flows.draft(id)?.etag));
  if (saved.state === 'emptied') throw new Refusal('flow.emptied');
  return { status: 204, headers: { ETag: saved.etag } } as const;
}

function currentTag(etag: string | undefined): { readonly headers?: { readonly ETag: string } } {
  return etag === undefined ? {} : { headers: { ETag: etag } };
}

function preconditionOf(headers: Call<'putDraft'>['headers']): DraftPrecondition {
  const match = entityTags('If-Match', headers['if-match']);
  const noneMatch = entityTags('If-None-Match', headers['if-none-match']);
  if (match !== undefined && noneMatch !== undefined) throw new Refusal('request.header', { params: { name: 'If-None-Match' } });
  if (match !== undefined) return match;
  if (noneMatch === undefined) throw new Refusal('precondition.required');
  if (noneMatch[0] !== '*') throw new Refusal('request.header', { params: { name: 'If-None-Match' } });
  return 'absent';
}

function summaryOf({ store }: Services, id: string): FlowSummary {
  const draft = store.flows.draft(id);
  const head = store.versions.head(id);
  const flow = draft === undefined ? undefined : (JSON.parse(draft.content) as Flow);
  const run = head === undefined ? undefined : store.runs.lastOf(id, head.version);
  const counts = run?.counts ?? head?.counts;
  return {
    id,
    title: flow === undefined ? (head?.counts.title ?? { en: id }) : localText(flow.title),
    live:
      head === undefined ? null : { version: head.version, revision: head.revision, digest: head.digest, publishedAt: head.publishedAt },
    draft:
      draft === undefined || flow === undefined ? null : { etag: draft.etag, savedAt: draft.savedAt, changed: changed(flow, head, store) },
    result:
      head === undefined || counts === undefined || counts === null
        ? null
        : {
            customers: counts.customers,
            tiers: [...counts.tiers],
            unassigned: counts.unassigned,
            asOf: run?.asOf ?? head.asOf,
            generation: run?.generation ?? head.generation,
            at: run?.finishedAt ?? head.publishedAt,
          },
    createdAt: store.flows.createdAt(id) ?? '',
  };
}

/** Whether the draft's rules differ from the live version's; positions aside. */
function changed(flow: Flow, head: VersionRow | undefined, store: Services['store']): boolean {
  const live = head === undefined ? undefined : store.versions.content(head.flow, head.version);
  if (live === undefined) return true;
  return live !== JSON.stringify(flow) && !sameContent(JSON.parse(live) as Flow, flow);
}

export function versionOf(row: VersionRow): Version {
  const { version, revision, digest, publishedAt, asOf, generation, note, restored, counts } = row;
  return {
    version,
    revision,
    digest,
    publishedAt,
    asOf,
    generation,
    note,
    restored,
    customers: counts.customers,
    tiers: [...counts.tiers],
    unassigned: counts.unassigned,
  };
}

/** A number in an address; 0 stands for what is none, and is never found. */
export function wholeNumber(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
}
