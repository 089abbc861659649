// Published definitions and decisions made by them.

import { type ItemError, problemMessage } from '@tierflow/api';
import { type Decision, readsPrevious } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import { dataOfFlow } from '../data/flow-data.ts';
import type { Call, Handlers, Reply } from '../http/call.ts';
import { entityTags, matchesWeakly } from '../http/entity-tags.ts';
import { Refusal } from '../http/refusal.ts';
import type { ReadyDefinition } from '../publishing/published-definitions.ts';
import { oneOf } from './analysis-handlers.ts';
import type { Services } from './services.ts';

export function definitionHandlers(services: Services): Pick<Handlers, 'listDefinitions' | 'getDefinition' | 'decide'> {
  const { store, published } = services;
  return {
    listDefinitions: () => ({
      status: 200,
      json: {
        definitions: store.versions.heads().map(({ flow, version, revision, digest, publishedAt, counts }) => {
          return { name: flow, title: counts.title, version, revision, digest, publishedAt, tiers: [...counts.tiers] };
        }),
      },
    }),
    getDefinition: ({ params, query, headers }) => {
      const row = published.row(params['name'] ?? '', query.version);
      const etag = `"${row.digest}"`;
      const cache = query.version === undefined ? 'no-cache' : 'public, max-age=31536000, immutable';
      const common = { ETag: etag, 'Cache-Control': cache, Vary: 'Authorization, Accept, Accept-Encoding' };
      if (matchesWeakly(entityTags('If-None-Match', headers['if-none-match']), etag)) return { status: 304, headers: common };
      const digest = Buffer.from(row.digest.slice(7), 'hex').toString('base64');
      return {
        status: 200,
        content: published.bytes(row),
        type: 'application/json',
        headers: { ...common, 'Content-Digest': `sha-256=:${digest}:` },
      };
    },
    decide: (call) => decide(services, call),
  };
}

async function decide(services: Services, { params, query, body, language }: Call<'decide'>): Promise<Reply<'decide'>> {
  const { record, records, key } = body;
  if ([record, records, key].filter((given) => given !== undefined).length !== 1) throw oneOf('record, records, key');
  const ready = services.published.ready(params['name'] ?? '', query.version);
  const options = { trace: query.trace === 'true', language, ...(body.asOf === undefined ? {} : { asOf: body.asOf }) };
  if (records !== undefined) {
    const decisions = records.map((item): Decision | ItemError =>
      isRecord(item) ? ready.decider.decide(item, options) : unreadable(language),
    );
    return { status: 200, json: { decisions } };
  }
  if (record !== undefined) return { status: 200, json: ready.decider.decide(record, options) };
  const asOf = body.asOf ?? ready.definition.fittedOn?.asOf;
  return { status: 200, json: ready.decider.decide(await recordOf(services, ready, { key: key ?? '', asOf }), options) };
}

function isRecord(item: unknown): boolean {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}

function unreadable(language: Call<'decide'>['language']): ItemError {
  return { error: { code: 'record.invalid', message: problemMessage('record.invalid', language) } };
}

interface Asked {
  readonly key: string;
  readonly asOf: string | undefined;
}

/** The record of an imported customer, from the data served now, with the tier of the last run up to the day where it is asked for. */
async function recordOf(
  { store, folders, analysis }: Services,
  { row, definition }: ReadyDefinition,
  { key, asOf }: Asked,
): Promise<unknown> {
  const flow = JSON.parse(store.versions.content(row.flow, row.version) ?? '') as Flow;
  const { previous, ...data } = dataOfFlow(store, folders, flow, { asOf });
  const asked = previous === undefined || !readsPrevious(definition) ? data : { ...data, previous };
  const record = await analysis.ask('record', { data: asked, key });
  if (record === null) throw new Refusal('customer.unknown');
  return record;
}
