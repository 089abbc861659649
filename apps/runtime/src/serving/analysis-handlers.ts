// Live counts, the people behind them, and the explanation of one customer.
import type { Definition } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import { dataOfFlow } from '../data/flow-data.ts';
import type { Call, Handlers } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import { draftOf } from './flow-handlers.ts';
import type { Services } from './services.ts';

export function analysisHandlers(
  services: Services,
): Pick<Handlers, 'preview' | 'previewRows' | 'previewClusters' | 'tryClusters' | 'explain' | 'tierMoves' | 'impact'> {
  const { store, folders, analysis, published } = services;
  return {
    preview: async ({ body, signal }) => {
      const flow = subjectOf(services, body);
      const data = dataOfFlow(store, folders, flow, body);
      const json = await analysis.ask('preview', { flow, data, request: body }, { owner: body.client, signal });
      const { compile, fit, sweep } = json.timing;
      const timing = Object.entries({ compile, fit, sweep }).map(([name, ms]) => `${name};dur=${ms.toFixed(1)}`);
      return { status: 200, json, headers: { 'Server-Timing': timing.join(', ') } };
    },
    previewRows: async ({ body, signal }) => {
      const flow = subjectOf(services, body);
      return {
        status: 200,
        json: await analysis.ask('rows', { flow, data: dataOfFlow(store, folders, flow, body), request: body }, { signal }),
      };
    },
    previewClusters: async ({ body, signal }) => {
      const flow = subjectOf(services, body);
      const data = dataOfFlow(store, folders, flow, body);
      return { status: 200, json: await analysis.ask('clusters', { flow, data, request: body }, { signal }) };
    },
    tryClusters: async ({ body, signal }) => {
      const flow = subjectOf(services, body);
      const data = dataOfFlow(store, folders, flow, body);
      return { status: 200, json: await analysis.ask('clusterTrial', { flow, data, request: body }, { signal }) };
    },
    impact: async ({ params, body, signal }) => {
      const draft = draftOf(services, params['id']);
      const flow = body.flow ?? draft.flow();
      const head = store.versions.head(flow.id);
      const live = head === undefined ? null : (JSON.parse(Buffer.from(published.bytes(head)).toString('utf8')) as Definition);
      const data = dataOfFlow(store, folders, flow, body);
      return { status: 200, json: { ...(await analysis.ask('impact', { flow, data, live }, { signal })), live: head?.version ?? null } };
    },
    explain: async ({ params, body, language, signal }) => {
      if ((body.key === undefined) === (body.record === undefined)) throw oneOf('key, record');
      const flow = body.flow ?? draftOf(services, params['id']).flow();
      const data = dataOfFlow(store, folders, flow, body);
      return { status: 200, json: await analysis.ask('explain', { flow, data, request: body, language }, { signal }) };
    },
    tierMoves: async ({ params, body, signal }) => {
      const flow = body.flow ?? draftOf(services, params['id']).flow();
      const data = dataOfFlow(store, folders, flow, body);
      return { status: 200, json: await analysis.ask('tierMoves', { flow, data, request: body }, { signal }) };
    },
  };
}

function subjectOf(services: Services, { flow, draft }: Pick<Call<'preview'>['body'], 'flow' | 'draft'>): Flow {
  if (flow !== undefined && draft === undefined) return flow;
  if (flow === undefined && draft !== undefined) return draftOf(services, draft).flow();
  throw oneOf('flow, draft');
}

/** Exactly one member is needed. */
export function oneOf(choices: string): Refusal {
  return new Refusal('request.invalid', { faults: [{ code: 'value.one-of', pointer: '', params: { choices } }] });
}
