// Sending a file and following its import to the end; it can be cancelled at any time.
import { useQueryClient } from '@tanstack/react-query';
import type { Import, ImportQuery } from '@tierflow/api';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStudio } from '../../app/studio.ts';
import type { Failure, Server } from '../../server/server.ts';
import { mediaTypeOf, type SourceFile } from './source-file.ts';

export type ImportProgress =
  | { readonly phase: 'idle' | 'sending' }
  | { readonly phase: 'running' | 'ended'; readonly import: Import }
  /** Nothing was imported: the request was refused, or did not arrive. */
  | { readonly phase: 'refused'; readonly failure: Failure };

const pollEvery = 300;

interface ImportTask {
  readonly source: SourceFile;
  readonly dataset: string;
  readonly query: Partial<ImportQuery>;
}

/** The import of this page. */
export function useImport() {
  const { server } = useStudio();
  const client = useQueryClient();
  const [progress, setProgress] = useState<ImportProgress>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = useCallback(
    async (task: ImportTask) => {
      const controller = new AbortController();
      running.current = controller;
      setProgress({ phase: 'sending' });
      const ended = await follow(server, task, controller.signal, setProgress);
      if (controller.signal.aborted) return;
      setProgress(ended);
      if (ended.phase === 'ended' && ended.import.state === 'done') {
        for (const queryKey of [['datasets'], ['workspace'], ['imported'], ['customers']]) await client.invalidateQueries({ queryKey });
      }
    },
    [server, client],
  );
  const cancel = useCallback(async () => {
    if (progress.phase === 'running') {
      const { dataset, id } = progress.import;
      await server.call('cancelImport', { path: { name: dataset, id }, body: {} });
      return;
    }
    running.current?.abort();
    setProgress({ phase: 'idle' });
  }, [server, progress]);
  const reset = useCallback(() => setProgress({ phase: 'idle' }), []);
  return { progress, start, cancel, reset };
}

async function follow(
  server: Server,
  { source, dataset, query }: ImportTask,
  signal: AbortSignal,
  tell: (progress: ImportProgress) => void,
): Promise<ImportProgress> {
  const headers = { 'Content-Type': mediaTypeOf(source) };
  const started = await server.call('startImport', { path: { name: dataset }, query, file: source.content, headers, signal });
  if (!started.ok) return { phase: 'refused', failure: started.failure };
  for (;;) {
    const state = await server.call('getImport', { path: { name: dataset, id: started.value.import }, signal });
    if (!state.ok) return { phase: 'refused', failure: state.failure };
    const over = state.value.state !== 'waiting' && state.value.state !== 'running';
    if (over) return { phase: 'ended', import: state.value };
    tell({ phase: 'running', import: state.value });
    await new Promise((resolve) => setTimeout(resolve, pollEvery));
  }
}
