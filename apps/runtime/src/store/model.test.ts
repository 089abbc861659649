// Drafts and versions against a model of a few lines: any sequence of commands, the store does what the model does.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Definition } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeVersion } from '../publishing/store-version.ts';
import { openStore, type Store } from './store.ts';

const SEQUENCES = 2_000;
const NAMES = ['a', 'b'] as const;

let folder: string;
let store: Store;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierflow-model-'));
  const outcome = openStore(folder);
  if (!outcome.ok) throw new Error(outcome.reason);
  ({ store } = outcome);
  store.workspace.ensure({ name: 'Test', language: 'en', timeZone: 'UTC', examples: 'none' });
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

interface FlowModel {
  draft: { etag: string; title: string } | undefined;
  /** ETags that were true once. */
  readonly past: string[];
  versions: number;
  live: number | undefined;
}

interface Model {
  readonly flows: Map<string, FlowModel>;
  revision: number;
  readonly revisions: Map<string, number>;
}

type Step =
  | { readonly do: 'create' | 'delete' | 'publish'; readonly flow: string }
  | { readonly do: 'save'; readonly flow: string; readonly title: string; readonly tag: 'current' | 'stale' | 'any' | 'foreign' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('create' as const, 'delete' as const, 'publish' as const, 'publish' as const),
    flow: fc.constantFrom(...NAMES),
  }),
  fc.record({
    do: fc.constant('save' as const),
    flow: fc.constantFrom(...NAMES),
    title: fc.constantFrom('x', 'y', 'z'),
    tag: fc.constantFrom('current' as const, 'current' as const, 'stale' as const, 'any' as const, 'foreign' as const),
  }),
);

test(`${SEQUENCES} sequences of saving, publishing and deleting match the model`, () => {
  let run = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      run++;
      const model: Model = { flows: new Map(), revision: store.workspace.read().revision, revisions: new Map() };
      for (const each of steps) play({ ...each, flow: `${each.flow}-${run}` }, model);
      for (const name of NAMES.map((name) => `${name}-${run}`)) matches(name, model);
    }),
    { numRuns: SEQUENCES, seed: 20_261_121 },
  );
}, 240_000);

function flowOf(id: string, title: string): Flow {
  return { format: 'tierflow/flow@1', id, title, timeZone: 'UTC', nodes: [], edges: [] };
}

function modelOf(model: Model, name: string): FlowModel {
  const known = model.flows.get(name) ?? { draft: undefined, past: [], versions: 0, live: undefined };
  model.flows.set(name, known);
  return known;
}

function play(each: Step, model: Model): void {
  const flow = modelOf(model, each.flow);
  if (each.do === 'save') {
    const stale = flow.past.findLast((etag) => etag !== flow.draft?.etag) ?? '"0-0"';
    const tags = { current: flow.draft?.etag ?? '"0-0"', stale, any: '*', foreign: 'W/"x"' };
    save(each.flow, each.title, [tags[each.tag]], flow);
  } else if (each.do === 'create') save(each.flow, 'new', 'absent', flow);
  else if (each.do === 'publish') publish(each.flow, flow, model);
  else {
    expect(store.flows.remove(each.flow)).toBe(flow.draft !== undefined);
    flow.draft = undefined;
  }
}

function save(id: string, title: string, precondition: 'absent' | readonly string[], flow: FlowModel): void {
  const content = flowOf(id, title);
  const saved = store.flows.save(content, JSON.stringify(content), { precondition }, '2026-01-01T00:00:00.000Z');
  const allowed =
    precondition === 'absent'
      ? flow.draft === undefined
      : flow.draft !== undefined && precondition.some((tag) => tag === '*' || tag === flow.draft?.etag);
  expect('etag' in saved).toBe(allowed);
  if (!('etag' in saved)) return;
  if (flow.draft?.title === title) expect(saved).toMatchObject({ state: 'unchanged', etag: flow.draft.etag });
  else {
    expect(saved.state).toBe('saved');
    if (flow.draft !== undefined) flow.past.push(flow.draft.etag);
    expect(flow.draft === undefined || !flow.past.includes(saved.etag)).toBe(true);
  }
  flow.draft = { etag: saved.etag, title };
}

function publish(id: string, flow: FlowModel, model: Model): void {
  if (flow.draft === undefined) return;
  const content = flowOf(id, flow.draft.title);
  const stored = store.transaction(() => {
    const version = storeVersion(store, {
      flow: content,
      definition: { format: 'tierflow/definition@1', name: id } as Definition,
      counts: { title: { en: id }, customers: 0, tiers: [], unassigned: 0 },
      asOf: '2026-01-01',
      generation: 1,
      note: null,
      restored: null,
      now: '2026-01-01T00:00:00.000Z',
    });
    return { ...version, etag: store.flows.touch(id) };
  });
  flow.versions++;
  model.revision++;
  expect(stored).toMatchObject({ version: flow.versions, revision: model.revision });
  expect(stored.etag).not.toBe(flow.draft.etag);
  flow.past.push(flow.draft.etag);
  flow.draft = { etag: stored.etag, title: flow.draft.title };
  flow.live = flow.versions;
  model.revisions.set(stored.digest, stored.revision);
}

function matches(name: string, model: Model): void {
  const flow = modelOf(model, name);
  const draft = store.flows.draft(name);
  expect(draft?.etag).toBe(flow.draft?.etag);
  if (draft !== undefined) expect((JSON.parse(draft.content) as Flow).title).toBe(flow.draft?.title);
  expect(store.versions.head(name)?.version).toBe(flow.live);
  const versions = store.versions.list(name);
  expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: flow.versions }, (_, at) => flow.versions - at));
  for (const { digest, revision, version } of versions) {
    expect(model.revisions.get(digest)).toBe(revision);
    expect(store.versions.bytes(name, version)).toBeInstanceOf(Buffer);
  }
  expect(store.workspace.read().revision).toBe(model.revision);
}
