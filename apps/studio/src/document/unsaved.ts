// Work that is not on the server yet, kept in this browser so that a crash or a closed window loses nothing.
import { type Flow, flowSchema } from '@tierflow/flow';

/** A draft that was not saved, with the state of the server's draft it stood on. */
export interface Unsaved {
  readonly flow: Flow;
  readonly etag: string | null;
}

const keyOf = (id: string) => `tierflow.unsaved.${id}`;

/** Keeps the content; a storage that is full or forbidden keeps nothing. */
export function keepUnsaved(storage: Storage, unsaved: Unsaved): void {
  try {
    storage.setItem(keyOf(unsaved.flow.id), JSON.stringify(unsaved));
  } catch {
    // The draft is still on the screen and on its way to the server.
  }
}

/** What is kept for a flow. */
export function readUnsaved(storage: Storage, id: string): Unsaved | undefined {
  try {
    const value = JSON.parse(storage.getItem(keyOf(id)) ?? 'null') as { flow?: unknown; etag?: unknown } | null;
    const flow = flowSchema.safeParse(value?.flow);
    return flow.success ? { flow: flow.data, etag: typeof value?.etag === 'string' ? value.etag : null } : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing is unsaved any more. */
export function dropUnsaved(storage: Storage, id: string): void {
  storage.removeItem(keyOf(id));
}
