// A new flow that begins with a data set: its customers, and the lines that belong to them.
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { DatasetDetail } from '@tierflow/api';
import { type Flow, type FlowData, freshId } from '@tierflow/flow';
import { useStudio } from '../app/studio.ts';
import { importedData } from '../server/data-queries.ts';
import { CallError, orThrow } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';

/** The data a flow over a set reads; fields follow from the import. */
export function dataAround(name: string, sets: readonly DatasetDetail[]): Readonly<Record<string, FlowData>> {
  const chosen = sets.find((set) => set.name === name);
  if (chosen === undefined) return {};
  const key = chosen.kind === 'customers' ? chosen.key : chosen.customer;
  const customers = chosen.kind === 'customers' ? chosen : sets.find((set) => set.kind === 'customers' && set.key === key);
  const lines = sets.filter((set) => set.kind === 'collection' && set.customer === key);
  return Object.fromEntries([...(customers === undefined ? [] : [customers]), ...lines].map((set) => [set.name, declared(set)]));
}

function declared({ kind, key, customer, time }: DatasetDetail): FlowData {
  return {
    ...(key === null ? {} : { key }),
    ...(kind === 'collection' && customer !== null ? { customer } : {}),
    ...(kind === 'collection' && time !== null ? { time } : {}),
    fields: [],
  };
}

/** Makes the flow and opens it. */
export function useFlowFrom() {
  const { server } = useStudio();
  const { t } = useSpeech();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: async (name: string) => {
      const { details } = await importedData(server);
      const { timeZone } = orThrow(await server.call('getWorkspace'));
      const ids = new Set(orThrow(await server.call('listFlows')).flows.map(({ id }) => id));
      const data = dataAround(name, details);
      const flow: Flow = {
        format: 'tierflow/flow@1',
        id: freshId(ids, 'flow'),
        title: t('flows.newTitle'),
        timeZone,
        data: { ...data },
        nodes: [{ id: 'source', kind: 'source', config: { data: Object.keys(data)[0] ?? name } }],
        edges: [],
      };
      orThrow(await server.call('createFlow', { body: { flow } }));
      return flow.id;
    },
    onSuccess: (id) => void navigate({ to: '/flows/$id', params: { id } }),
    onError: (error) => {
      const problem = error instanceof CallError && error.failure.kind === 'problem' ? error.failure.problem.detail : t('problems.network');
      notifications.show({ color: 'red', message: problem });
    },
  });
  return { busy: create.isPending, create: (name: string) => create.mutate(name) };
}
