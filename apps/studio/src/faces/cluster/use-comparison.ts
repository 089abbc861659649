// Tries 2 to 10 clusters one after the other, on demand: says how far it is, and stops when asked to. What was found is
// kept for as long as nothing it depends on changes.
import { useQueryClient } from '@tanstack/react-query';
import type { ClusterTrialAnswer } from '@tierflow/api';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDocument, useFacts, useStudio } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { comparisonKey } from './settings.ts';

/** Numbers of clusters that are compared. */
export const choices: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 9, 10];

export interface Comparison {
  readonly state: 'idle' | 'running' | 'failed';
  readonly found: readonly ClusterTrialAnswer[];
  readonly start: () => void;
  readonly cancel: () => void;
}

export function useComparison(node: string): Comparison {
  const { server, document } = useStudio();
  const client = useQueryClient();
  const flowKey = useDocument((state) => {
    const flow = shownFlow(state);
    return flow === null ? '' : comparisonKey(flow, node);
  });
  const generation = useFacts((state) => state.preview.answer?.generation);
  const [now, setNow] = useState<{ readonly key: string; readonly state: Comparison['state'] }>({ key: '', state: 'idle' });
  const running = useRef<AbortController | null>(null);
  const key = `${generation} ${flowKey}`;
  const placeOf = useCallback((k: number) => ['cluster-trial', key, node, k], [key, node]);
  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setNow({ key: '', state: 'idle' });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of what is compared ends the comparison
  useEffect(() => () => running.current?.abort(), [key]);
  const start = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const flow = shownFlow(document.getState());
    if (flow === null) return;
    setNow({ key, state: 'running' });
    for (const k of choices) {
      if (client.getQueryData(placeOf(k)) !== undefined) continue;
      const called = await server.call('tryClusters', { body: { flow, node, k }, signal: controller.signal });
      if (controller.signal.aborted) return;
      if (!called.ok) return setNow({ key, state: 'failed' });
      client.setQueryData(placeOf(k), called.value);
      setNow({ key, state: 'running' });
    }
    setNow({ key, state: 'idle' });
  }, [client, server, document, node, key, placeOf]);
  const found = choices.flatMap((k) => client.getQueryData<ClusterTrialAnswer>(placeOf(k)) ?? []);
  return { state: now.key === key ? now.state : 'idle', found, start: () => void start(), cancel };
}
