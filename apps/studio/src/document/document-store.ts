// The open document. Its one writer: every change is a named command of the flow package, and can be undone.
import {
  type Change,
  type Command,
  commit,
  type Flow,
  type FlowSeason,
  flowInSeason,
  flowSeasonOn,
  type History,
  inSeason,
  openHistory,
  redo,
  type Step,
  undo,
} from '@tierflow/flow';
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
  /** The as-of day that was chosen to look at; null for the data's. */
  readonly day: string | null;
  /** The last day of the data, as far as it is known. */
  readonly dataDay: string | null;
  /** The content as it is on that day. */
  readonly shown: Flow | null;
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
  /** Looks at another day; what is edited then belongs to the season of that day. */
  readonly lookAt: (day: string | null) => void;
  readonly setDataDay: (day: string) => void;
  readonly setSave: (save: SaveState) => void;
  readonly setPublished: (published: PublishedContent | null) => void;
}

const closed: DocumentState = {
  history: null,
  trial: null,
  day: null,
  dataDay: null,
  shown: null,
  published: null,
  save: { state: 'saved' },
  latest: null,
};

/** A store without a document. */
export function createDocumentStore(): DocumentStore {
  const store = createStore<DocumentState>(() => closed);
  const showing = seasonalView();
  let serial = 0;
  const set = (change: Partial<DocumentState>): void =>
    store.setState((state) => {
      const next = { ...state, ...change };
      return { ...change, shown: showing(next) };
    });
  const travel = (way: 'undo' | 'redo'): Step | undefined => {
    const { history } = store.getState();
    const entry = way === 'undo' ? history?.past.at(-1) : history?.future[0];
    if (history === null || entry === undefined) return undefined;
    serial += 1;
    set({ history: way === 'undo' ? undo(history) : redo(history), trial: null, latest: { step: entry.step, way, serial } });
    return entry.step;
  };
  const seasonal = (command: Command): Command => {
    const season = editedSeason(store.getState());
    return season === undefined ? command : inSeason(season.id, command);
  };
  return {
    ...store,
    open: (flow, published) => set({ ...closed, history: openHistory(flow), published }),
    close: () => set(closed),
    run(command) {
      const { history } = store.getState();
      if (history === null) return undefined;
      const change = seasonal(command)(history.present);
      const next = commit(history, change);
      if (next === history) set({ trial: null });
      else {
        serial += 1;
        set({ history: next, trial: null, latest: { step: change.step, way: 'do', serial } });
      }
      return change;
    },
    tryOut(command) {
      const { history } = store.getState();
      if (history !== null) set({ trial: command === null ? null : seasonal(command)(history.present).flow });
    },
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    lookAt: (day) => set({ day }),
    setDataDay: (dataDay) => set({ dataDay }),
    setSave: (save) => store.setState({ save }),
    setPublished: (published) => store.setState({ published }),
  };
}

/** What was done, with what is tried out. */
export function wholeFlow(state: Pick<DocumentState, 'trial' | 'history'>): Flow | null {
  return state.trial ?? state.history?.present ?? null;
}

/** The content on the screen: as it is on the day that is looked at. */
export function shownFlow(state: DocumentState): Flow | null {
  return state.shown;
}

/** What is on the screen, as a question to the runtime says it. */
export function shownContent({ shown, day }: DocumentState): { readonly flow?: Flow; readonly asOf?: string } {
  return { ...(shown === null ? {} : { flow: shown }), ...(day === null ? {} : { asOf: day }) };
}

/** The season whose numbers are on the screen: edits of numbers are its. */
export function editedSeason(state: Pick<DocumentState, 'trial' | 'history' | 'day' | 'dataDay'>): FlowSeason | undefined {
  const flow = wholeFlow(state);
  const day = state.day ?? state.dataDay;
  return flow === null || day === null ? undefined : flowSeasonOn(flow, day);
}

/** Makes what is shown; nodes that did not change stay the very same from one content to the next. */
function seasonalView(): (state: DocumentState) => Flow | null {
  let last: { readonly flow: Flow; readonly season: FlowSeason; readonly shown: Flow } | undefined;
  return (state) => {
    const flow = wholeFlow(state);
    const season = editedSeason(state);
    if (flow === null || season === undefined) return flow;
    if (last?.flow === flow && last.season === season) return last.shown;
    const old = last;
    const made = flowInSeason(flow, season);
    const kept = new Map(old?.season === season ? old.flow.nodes.map((node, at) => [node, old.shown.nodes[at]] as const) : []);
    const nodes = made.nodes.map((node, at) => kept.get(flow.nodes[at] ?? node) ?? node);
    const unchanged =
      old !== undefined && nodes.length === old.shown.nodes.length && nodes.every((node, at) => node === old.shown.nodes[at]);
    const shown = { ...made, nodes: unchanged ? old.shown.nodes : nodes };
    last = { flow, season, shown };
    return shown;
  };
}
