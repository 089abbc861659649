// Publishing the draft as it is on the screen: saved first, against the state the server has, once only however often it is sent.
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Publish, Published } from '@tierflow/api';
import { createElement, useRef } from 'react';
import { type Studio, useStudio } from '../app/studio.ts';
import { UndoToast } from '../design/UndoToast.tsx';
import { useAutosave } from '../document/use-autosave.ts';
import { liveOf } from '../document/use-open-flow.ts';
import { CallError, type Called, orThrow } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';

/** The draft did not reach the server, so there is nothing to publish. */
export class UnsavedError extends Error {}

/** A key per attempt; the same request sent again has the same key. */
function useAttempts(): (request: unknown) => string {
  const last = useRef<{ readonly text: string; readonly key: string } | null>(null);
  return (request) => {
    const text = JSON.stringify(request);
    if (last.current?.text !== text) last.current = { text, key: crypto.randomUUID() };
    return last.current.key;
  };
}

/** Publishes; afterwards the document knows what is live, and a toast offers the way back. */
export function usePublish() {
  const studio = useStudio();
  const autosave = useAutosave();
  const client = useQueryClient();
  const attempt = useAttempts();
  const settle = useSettle();
  const rollback = useRollback();
  const { t } = useSpeech();
  return useMutation({
    mutationFn: async (request: Publish) => {
      const saving = autosave();
      if (saving === null || !(await saving.flush()) || saving.etag === null) throw new UnsavedError();
      const id = studio.document.getState().history?.present.id ?? '';
      const headers = { 'If-Match': saving.etag, 'Idempotency-Key': attempt([id, saving.etag, request]) };
      const answer = await studio.server.call('publish', { path: { id }, body: request, headers });
      const published = orThrow(answer);
      await settle(id, answer);
      return { id, ...published };
    },
    onSuccess: (published, _, __) => {
      void client.invalidateQueries({ queryKey: ['versions'] });
      const before = published.version - 1;
      const toast = `published-${published.revision}`;
      const undo = () => {
        notifications.hide(toast);
        rollback.mutate({ id: published.id, version: before });
      };
      notifications.show({
        id: toast,
        autoClose: 12_000,
        message:
          before === 0
            ? t('publish.done', { version: published.version })
            : createElement(UndoToast, {
                message: t('publish.done', { version: published.version }),
                action: t('publish.rollBackTo', { version: before }),
                onAction: undo,
              }),
      });
    },
  });
}

/** Publishes the content of an older version again. */
export function useRollback() {
  const studio = useStudio();
  const autosave = useAutosave();
  const client = useQueryClient();
  const attempt = useAttempts();
  const settle = useSettle();
  const { t } = useSpeech();
  return useMutation({
    mutationFn: async ({ id, version }: { readonly id: string; readonly version: number }) => {
      const live = orThrow(await studio.server.call('getFlow', { path: { id } })).live?.version;
      await autosave()?.flush();
      const headers = { 'Idempotency-Key': attempt([id, live, version]) };
      const answer = await studio.server.call('rollback', { path: { id }, body: { version }, headers });
      const published = orThrow(answer);
      await settle(id, answer);
      return { published, version };
    },
    onSuccess: ({ published, version }) => {
      void client.invalidateQueries({ queryKey: ['versions'] });
      notifications.show({ message: t('publish.rolledBack', { version: published.version, old: version }) });
    },
    onError: (error) => {
      const { failure } = error instanceof CallError ? error : { failure: undefined };
      notifications.show({ color: 'red', message: failure?.kind === 'problem' ? failure.problem.detail : t('problems.network') });
    },
  });
}

/** Takes the new live version, and the draft's new state, into the open document. */
function useSettle(): (id: string, answer: Called<Published>) => Promise<void> {
  const studio = useStudio();
  const autosave = useAutosave();
  const client = useQueryClient();
  return async (id, answer) => {
    if (isOpen(studio, id)) {
      if (answer.ok && answer.etag !== null) autosave()?.renew(answer.etag);
      const live = await liveOf(studio.server, orThrow(await studio.server.call('getFlow', { path: { id } })));
      if (isOpen(studio, id)) studio.document.setPublished(live);
    }
    await client.invalidateQueries({ queryKey: ['flows'] });
  };
}

/** By the time an answer comes, another flow may be open, or none. */
function isOpen({ document }: Studio, id: string): boolean {
  return document.getState().history?.present.id === id;
}
