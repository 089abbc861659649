// The open document. Its one writer: every change is a named command of the flow package, and can be undone.
import { type Change, type Command, commit, type Flow, type History, openHistory, redo, type Step, undo } from '@tierflow/flow';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What is published of the flow. */
export interface PublishedContent {
  readonly version: number;
  readonly flow: Flow;
}

/** How the draft on the server relates to the one on the screen. */
export type SaveState =
  | { readonly state: 'saved' | 'waiting' | 'saving' | 'offline' }
  | { readonly state: 'failed'; readonly reason: string }
  /** The canvas was emptied; what is saved still has nodes, and stays until the person says so. */
  | { readonly state: 'emptied'; readonly saved: Flow }
  | { readonly state: 'conflict'; readonly theirs: Flow; readonly etag: string };

export interface DocumentState {
  /** Null while no flow is open. */
  readonly history: History | null;
  /** A content that is tried out (a cut line being dragged): it is compiled and counted, but neither saved nor undone. */
  readonly trial: Flow | null;
  readonly published: PublishedContent | null;
  readonly save: SaveState;
  /** The name of the latest step, with a number that rises with every change, undo and redo. */
  readonly latest: { readonly step: Step; readonly way: 'do' | 'undo' | 'redo'; readonly serial: number } | null;
}

export interface DocumentStore extends StoreApi<DocumentState> {
  /** Opens a flow; undo starts anew. */
  readonly open: (flow: Flow, published: PublishedContent | null) => void;
  readonly close: () => void;
  /** Carries a command out; nothing happens if it changes nothing. Answers what the command answered. */
  readonly run: (command: Command) => Change | undefined;
  /** Shows what a command would do, without doing it; null ends the trial. */
  readonly tryOut: (command: Command | null) => void;
  readonly undo: () => Step | undefined;
  readonly redo: () => Step | undefined;
  readonly setSave: (save: SaveState) => void;
  readonly setPublished: (published: PublishedContent | null) => void;
}

const closed: DocumentState = { history: null, trial: null, published: null, save: { state: 'saved' }, latest: null };

/** A store without a document. */
export function createDocumentStore(): DocumentStore {
  const store = createStore<DocumentState>(() => closed);
  let serial = 0;
  const travel = (way: 'undo' | 'redo'): Step | undefined => {
    const { history } = store.getState();
    const entry = way === 'undo' ? history?.past.at(-1) : history?.future[0];
    if (history === null || entry === undefined) return undefined;
    serial += 1;
    store.setState({ history: way === 'undo' ? undo(history) : redo(history), trial: null, latest: { step: entry.step, way, serial } });
    return entry.step;
  };
  return {
    ...store,
    open: (flow, published) => store.setState({ ...closed, history: openHistory(flow), published }),
    close: () => store.setState(closed),
    run(command) {
      const { history } = store.getState();
      if (history === null) return undefined;
      const change = command(history.present);
      const next = commit(history, change);
      if (next === history) store.setState({ trial: null });
      else {
        serial += 1;
        store.setState({ history: next, trial: null, latest: { step: change.step, way: 'do', serial } });
      }
      return change;
    },
    tryOut(command) {
      const { history } = store.getState();
      if (history !== null) store.setState({ trial: command === null ? null : command(history.present).flow });
    },
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    setSave: (save) => store.setState({ save }),
    setPublished: (published) => store.setState({ published }),
  };
}

/** The content on the screen: what is tried out, else what was done. */
export function shownFlow(state: DocumentState): Flow | null {
  return state.trial ?? state.history?.present ?? null;
}
