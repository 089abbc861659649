// Flows as files of the reader's own disk.
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FlowSummary } from '@tierflow/api';
import { flowSchema, freshId } from '@tierflow/flow';
import { useStudio } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';
import { contentOf, takenIds, useFailed } from './flow-queries.ts';
import { orThrow } from './server.ts';

/** Opening a file as a new flow, and saving a flow as a file. */
export function useFlowFiles() {
  const { server } = useStudio();
  const { t } = useSpeech();
  const navigate = useNavigate();
  const failed = useFailed();
  const open = useMutation({
    mutationFn: async (file: File) => {
      const parsed = flowSchema.safeParse(parsedJson(await file.text()));
      if (!parsed.success) throw new NoFlow();
      const id = freshId(await takenIds(server), parsed.data.id);
      orThrow(await server.call('createFlow', { body: { flow: { ...parsed.data, id } } }));
      return id;
    },
    onSuccess: (id) => void navigate({ to: '/flows/$id', params: { id } }),
    onError: (error) => (error instanceof NoFlow ? notifications.show({ color: 'red', message: t('flows.importFailed') }) : failed(error)),
  });
  const save = useMutation({
    mutationFn: async (flow: FlowSummary) => download(`${flow.id}.json`, JSON.stringify(await contentOf(server, flow), null, 2)),
    onError: failed,
  });
  return { open: (file: File) => open.mutate(file), save: (flow: FlowSummary) => save.mutate(flow) };
}

/** The file holds something else. */
class NoFlow extends Error {}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
