// What a command answers: the new document and the name of the step, for undo. Words for a step are made at the edge.
import type { Json } from '@tierflow/definition';
import type { Flow, FlowEdge, Title } from '../schema.ts';

/** A position on the canvas. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The name of an edit, as data. */
export type Step =
  | { readonly code: 'addNode'; readonly node: string; readonly kind: string }
  | { readonly code: 'insertNode'; readonly node: string; readonly kind: string }
  | { readonly code: 'removeNodes'; readonly nodes: readonly string[]; readonly title: Title | null; readonly reconnected: boolean }
  | { readonly code: 'connect'; readonly edge: FlowEdge }
  | { readonly code: 'reconnect'; readonly edge: FlowEdge }
  | { readonly code: 'disconnect'; readonly edges: readonly FlowEdge[] }
  | {
      readonly code: 'setConfig';
      readonly node: string;
      readonly path: string;
      readonly before: Json | undefined;
      readonly after: Json | undefined;
    }
  | { readonly code: 'rename'; readonly node: string; readonly before: Title | null; readonly after: Title | null }
  | { readonly code: 'setNote'; readonly node: string }
  | { readonly code: 'move'; readonly nodes: readonly string[] }
  | { readonly code: 'paste'; readonly nodes: readonly string[] }
  | { readonly code: 'duplicate'; readonly nodes: readonly string[] }
  | { readonly code: 'tidy' }
  | { readonly code: 'setTitle'; readonly before: Title; readonly after: Title }
  | { readonly code: 'setTimeZone'; readonly before: string; readonly after: string }
  | { readonly code: 'putPlaybook'; readonly playbook: string; readonly title: Title }
  | { readonly code: 'removePlaybook'; readonly playbook: string; readonly title: Title }
  | { readonly code: 'putSeason'; readonly season: string; readonly title: Title }
  | { readonly code: 'removeSeason'; readonly season: string; readonly title: Title }
  | {
      readonly code: 'setSeasonValue';
      readonly season: string;
      readonly title: Title;
      readonly node: string;
      readonly path: string;
      readonly before: number | undefined;
      readonly after: number | undefined;
    }
  | { readonly code: 'setLever'; readonly name: string; readonly actionable: boolean }
  | { readonly code: 'replace'; readonly reason: 'import' | 'discard' | 'restore' | 'theirs' };

/** Why an edge cannot be. */
export type Refusal = 'self' | 'cycle' | 'exists' | 'missingNode' | 'noInput' | 'noOutput';

/** A document after an edit. Where nothing changed, `flow` is the very document given, and `refused` may say why. */
export interface Change {
  readonly flow: Flow;
  readonly step: Step;
  readonly refused?: Refusal;
}

/** An edit waiting for a document. */
export type Command = (flow: Flow) => Change;
