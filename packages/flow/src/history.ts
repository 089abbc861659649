// Undo and redo as values: documents share what did not change, so a step costs only what it touched.
import type { Change, Step } from './commands/change.ts';
import type { Flow } from './schema.ts';

/** One step back or forth: the document on the other side of it. */
interface Entry {
  readonly flow: Flow;
  readonly step: Step;
}

/** A document with its past (latest last) and its future (next first). */
export interface History {
  readonly present: Flow;
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
}

/** How many steps are kept. */
export const historyLimit = 200;

/** The history of a document just opened. */
export function openHistory(flow: Flow): History {
  return { present: flow, past: [], future: [] };
}

/** Adds a step; a change that changes nothing leaves no step. */
export function commit(history: History, change: Change): History {
  if (change.flow === history.present) return history;
  const past = [...history.past, { flow: history.present, step: change.step }];
  return { present: change.flow, past: past.slice(-historyLimit), future: [] };
}

/** One step back; the same history where there is none. */
export function undo(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    present: last.flow,
    past: history.past.slice(0, -1),
    future: [{ flow: history.present, step: last.step }, ...history.future],
  };
}

/** One step forth; the same history where there is none. */
export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { present: next.flow, past: [...history.past, { flow: history.present, step: next.step }], future };
}
