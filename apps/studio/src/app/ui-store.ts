// What is selected and open in the editor. Not part of a flow, not undone.
import type { NodePass } from '@tierflow/api';
import type { FlowEdge } from '@tierflow/flow';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** A set of people that can be looked at: those that reach a node (`in`), leave through a port, or are `unknown` to its condition. */
export interface PeoplePlace {
  readonly node: string;
  readonly port: string;
}

/** Where the add menu stands, in pixels of the window, and what the new node is connected to. */
export interface QuickAdd {
  readonly at: { readonly x: number; readonly y: number };
  readonly from?: { readonly node: string; readonly port: string };
  readonly to?: { readonly node: string };
  readonly splice?: FlowEdge;
}

/** A customer put through the flow; `nodes` says where they pass. */
export interface TestPath {
  readonly key: string;
  readonly nodes: Readonly<Record<string, NodePass>>;
}

export interface UiState {
  readonly selectedNodes: ReadonlySet<string>;
  /** Keys of edges. */
  readonly selectedEdges: ReadonlySet<string>;
  readonly quickAdd: QuickAdd | null;
  /** Node whose name is being edited on the card. */
  readonly renaming: string | null;
  /** Source of a connection being made with the keyboard, and the node it would lead to. */
  readonly connecting: { readonly node: string; readonly port: string; readonly to: string | null } | null;
  /** People shown in the results drawer; null means: of the selected node. */
  readonly people: PeoplePlace | null;
  readonly testPath: TestPath | null;
  /** Key of the customer being tested; null while one is looked for. */
  readonly testKey: string | null;
  /** Customer whose values stand under formulas: the one tested last, or one chosen there. */
  readonly sampleKey: string | null;
  /** Field of the inspector to focus, by path; the inspector takes it away when done. */
  readonly focusField: { readonly node: string; readonly path: string } | null;
  readonly dialog: 'shortcuts' | 'publish' | 'test' | null;
  readonly problemsOpen: boolean;
  /** Said to screen readers. */
  readonly announcement: { readonly text: string; readonly assertive: boolean; readonly serial: number };
}

export type UiStore = StoreApi<UiState>;

const none: ReadonlySet<string> = new Set();

export const initialUi: UiState = {
  selectedNodes: none,
  selectedEdges: none,
  quickAdd: null,
  renaming: null,
  connecting: null,
  people: null,
  testPath: null,
  testKey: null,
  sampleKey: null,
  focusField: null,
  dialog: null,
  problemsOpen: false,
  announcement: { text: '', assertive: false, serial: 0 },
};

/** The state of an editor just opened. */
export function createUiStore(): UiStore {
  return createStore<UiState>(() => initialUi);
}

/** Selects nodes and edges, and nothing else. */
export function select(ui: UiStore, nodes: Iterable<string>, edges: Iterable<string> = []): void {
  ui.setState({ selectedNodes: new Set(nodes), selectedEdges: new Set(edges) });
}

/** Says something to screen readers. */
export function announce(ui: UiStore, text: string, assertive = false): void {
  ui.setState((state) => ({ announcement: { text, assertive, serial: state.announcement.serial + 1 } }));
}

/** Selects a node and asks the inspector for the field at a path. */
export function goToField(ui: UiStore, node: string, path: string): void {
  ui.setState({ selectedNodes: new Set([node]), selectedEdges: none, focusField: { node, path } });
}
