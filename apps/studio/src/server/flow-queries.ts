// The list of flows, and what is done with whole flows.

import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FlowSummary } from '@tierflow/api';
import { type Flow, freshId } from '@tierflow/flow';
import { createElement } from 'react';
import { useStudio } from '../app/studio.ts';
import { UndoToast } from '../design/UndoToast.tsx';
import { useSpeech } from '../words/use-words.ts';
import { CallError, orThrow, type Server } from './server.ts';

const listKey = ['flows'] as const;

/** All flows. */
export function useFlows() {
  const { server } = useStudio();
  return useQuery({
    queryKey: listKey,
    queryFn: async ({ signal }) => orThrow(await server.call('listFlows', { signal })).flows,
    refetchOnMount: 'always',
  });
}

/** Says why a call brought nothing. */
export function useFailed(): (error: unknown) => void {
  const { t } = useSpeech();
  return (error) => {
    const known = error instanceof CallError && error.failure.kind === 'problem';
    notifications.show({ color: 'red', message: known ? error.message : t('problems.network') });
  };
}

/** Creating, copying and deleting flows. Deleting asks nothing and can be taken back. */
export function useFlowActions() {
  const { server } = useStudio();
  const { t, title } = useSpeech();
  const client = useQueryClient();
  const navigate = useNavigate();
  const again = () => client.invalidateQueries({ queryKey: listKey });
  const failed = useFailed();
  const create = useMutation({
    mutationFn: async () => {
      const workspace = await server.call('getWorkspace');
      const ids = await takenIds(server);
      const flow = {
        ...emptyFlow,
        id: freshId(ids, 'flow'),
        title: t('flows.newTitle'),
        timeZone: workspace.ok ? workspace.value.timeZone : 'UTC',
      };
      orThrow(await server.call('createFlow', { body: { flow } }));
      return flow.id;
    },
    onSuccess: (id) => void navigate({ to: '/flows/$id', params: { id } }),
    onError: failed,
  });
  const duplicate = useMutation({
    mutationFn: async (flow: FlowSummary) => {
      const content = await contentOf(server, flow);
      const copy = { ...content, id: freshId(await takenIds(server), flow.id), title: t('flows.copyOf', { title: title(flow.title) }) };
      return orThrow(await server.call('createFlow', { body: { flow: copy } }));
    },
    onSuccess: again,
    onError: failed,
  });
  const remove = useMutation({
    mutationFn: async (flow: FlowSummary) => {
      const content = await contentOf(server, flow);
      orThrow(await server.call('deleteFlow', { path: { id: flow.id } }));
      return { flow, content };
    },
    onSuccess: async ({ flow, content }) => {
      await again();
      const restore = async () => {
        notifications.hide(`delete-${flow.id}`);
        await server.call('createFlow', { body: { flow: content } });
        await again();
      };
      notifications.show({
        id: `delete-${flow.id}`,
        autoClose: 10_000,
        message: createElement(UndoToast, {
          message: t('flows.deleted', { title: title(flow.title) }),
          action: t('shell.undo'),
          onAction: () => void restore(),
        }),
      });
    },
    onError: failed,
  });
  return {
    busy: create.isPending,
    create: () => create.mutate(),
    duplicate: (flow: FlowSummary) => duplicate.mutate(flow),
    remove: (flow: FlowSummary) => remove.mutate(flow),
  };
}

const emptyFlow: Omit<Flow, 'id' | 'title' | 'timeZone'> = { format: 'tierflow/flow@1', nodes: [], edges: [] };

/** Ids that flows have. */
export async function takenIds(server: Server): Promise<ReadonlySet<string>> {
  return new Set(orThrow(await server.call('listFlows')).flows.map((flow) => flow.id));
}

/** The draft of a flow, or what is live where there is none. */
export async function contentOf(server: Server, flow: Pick<FlowSummary, 'id' | 'draft' | 'live'>): Promise<Flow> {
  if (flow.draft === null && flow.live !== null) {
    return orThrow(await server.call('getVersion', { path: { id: flow.id, version: String(flow.live.version) } })).flow;
  }
  return orThrow(await server.call('getDraft', { path: { id: flow.id } }));
}

/** A content as a new flow; answers its id. */
export async function saveAsCopy(server: Server, flow: Flow, title: string): Promise<string> {
  const id = freshId(await takenIds(server), flow.id);
  orThrow(await server.call('createFlow', { body: { flow: { ...flow, id, title } } }));
  return id;
}
