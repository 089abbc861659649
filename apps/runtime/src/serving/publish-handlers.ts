// Publishing and rolling back, safe to retry: an answer is remembered under its Idempotency-Key in the transaction that made it.
import type { Published } from '@tierflow/api';
import type { Definition } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import type { Call, Handlers, Reply } from '../http/call.ts';
import { entityTags } from '../http/entity-tags.ts';
import { Refusal } from '../http/refusal.ts';
import { preparedVersion } from '../publishing/prepared-version.ts';
import { storeVersion } from '../publishing/store-version.ts';
import type { RememberedAnswer } from '../store/idempotency-table.ts';
import { fingerprintOf } from './fingerprint.ts';
import { draftOf, known } from './flow-handlers.ts';
import type { Services } from './services.ts';
import { Turns } from './turns.ts';

export function publishHandlers(services: Services): Pick<Handlers, 'publish' | 'rollback'> {
  const turns = new Turns();
  const once = new OnceOnly(services);
  return {
    publish: (call) =>
      once.run('publish', call, (finish) => turns.take(call.params['id'] ?? '', async () => finish(await publish(services, call)))),
    rollback: (call) =>
      once.run('rollback', call, (finish) => turns.take(call.params['id'] ?? '', async () => finish(await rollback(services, call)))),
  };
}

/** What a transaction still has to store with its effects. */
type Commit = (remember: (answer: Omit<RememberedAnswer, 'fingerprint'>) => void) => Reply<'publish'>;

async function publish(services: Services, { params, headers, body }: Call<'publish'>): Promise<Commit> {
  const { store, now } = services;
  const id = known(services, params['id']);
  const tags = entityTags('If-Match', headers['if-match']);
  if (tags === undefined) throw new Refusal('precondition.required');
  const requireCurrent = (): ReturnType<typeof draftOf> => {
    const draft = draftOf(services, id);
    if (!tags.includes('*') && !tags.includes(draft.etag)) throw new Refusal('precondition.failed', { headers: { ETag: draft.etag } });
    return draft;
  };
  const prepared = await preparedVersion(services, requireCurrent().flow(), body);
  return (remember) =>
    store.transaction(() => {
      requireCurrent();
      const stored = storeVersion(store, { ...prepared, note: body.note ?? null, now: now() });
      const etag = store.flows.touch(id);
      return answered({ ...stored, warnings: [...prepared.warnings] }, id, { ETag: etag }, remember);
    });
}

async function rollback({ store, published, now }: Services, { params, body }: Call<'rollback'>): Promise<Commit> {
  const id = params['id'] ?? '';
  const old = published.row(id, body.version);
  const definition = JSON.parse(Buffer.from(published.bytes(old)).toString('utf8')) as Definition;
  const flow = JSON.parse(store.versions.content(id, old.version) ?? '') as Flow;
  const { counts, asOf, generation } = old;
  return (remember) =>
    store.transaction(() => {
      const stored = storeVersion(store, {
        flow,
        definition,
        counts,
        asOf,
        generation,
        note: body.note ?? null,
        restored: old.version,
        now: now(),
      });
      const etag = store.flows.touch(id);
      return answered({ ...stored, warnings: [] }, id, etag === '' ? {} : { ETag: etag }, remember);
    });
}

function answered(
  { version, revision, digest, warnings }: Published,
  id: string,
  extra: Readonly<Record<string, string>>,
  remember: Parameters<Commit>[0],
): Reply<'publish'> {
  const headers = { Location: `/v1/definitions/${id}?version=${version}`, ...extra };
  const content = JSON.stringify({ version, revision, digest, warnings } satisfies Published);
  remember({ status: 201, headers, body: content });
  return { status: 201, content, type: 'application/json', headers };
}

/** Runs a request once per Idempotency-Key: a repeat gets the first answer, a different request under the key is refused. */
class OnceOnly {
  readonly #services: Services;
  readonly #underway = new Set<string>();

  constructor(services: Services) {
    this.#services = services;
  }

  async run(
    route: string,
    call: Call<'publish'> | Call<'rollback'>,
    work: (finish: (commit: Commit) => Reply<'publish'>) => Promise<Reply<'publish'>>,
  ): Promise<Reply<'publish'>> {
    const { store, now } = this.#services;
    const key = keyOf(call.headers['idempotency-key']);
    const place = `${route} ${call.params['id']}`;
    const fingerprint = fingerprintOf([call.params, call.body, call.headers['if-match'] ?? null]);
    const before = store.idempotency.find(key, place, now());
    if (before !== undefined) return replay(before, fingerprint);
    const mark = `${place} ${key}`;
    if (this.#underway.has(mark)) throw new Refusal('idempotency.in-progress', { headers: { 'Retry-After': '1' } });
    this.#underway.add(mark);
    try {
      return await work((commit) => commit((answer) => store.idempotency.remember(key, place, { ...answer, fingerprint }, now())));
    } finally {
      this.#underway.delete(mark);
    }
  }
}

function replay(before: RememberedAnswer, fingerprint: string): Reply<'publish'> {
  if (before.fingerprint !== fingerprint) throw new Refusal('idempotency.reused');
  return { status: 201, content: before.body, type: 'application/json', headers: { ...before.headers, 'Idempotent-Replayed': 'true' } };
}

function keyOf(header: string | string[] | undefined): string {
  if (header === undefined) throw new Refusal('idempotency.missing');
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(header))
    throw new Refusal('request.header', { params: { name: 'Idempotency-Key' } });
  return header;
}
