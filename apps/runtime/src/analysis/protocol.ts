// What the main thread asks of the analysis thread, and what comes back.
import type {
  Cell,
  Clusters,
  ClustersRequest,
  ClusterTrialAnswer,
  ClusterTrialRequest,
  CustomerHit,
  Explain,
  ExplainRequest,
  Impact,
  Preview,
  PreviewRequest,
  PreviewRows,
  PreviewRowsRequest,
  ProblemCode,
  TierCount,
  TierMoves,
  TierMovesRequest,
} from '@tierflow/api';
import type { Definition, Diagnostic, Json } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';
import type { MembersIndex, RunCounts } from '../store/run-table.ts';

/** One imported data set as the analysis thread needs it: its folder and its role. */
export interface DataSetRef {
  readonly name: string;
  readonly folder: string;
  readonly key: string | null;
  readonly customer: string | null;
  readonly time: string | null;
  /** In which its civil days were counted. */
  readonly timeZone: string;
  readonly fields: readonly { readonly name: string; readonly type: 'boolean' | 'number' | 'string' | 'date' | 'datetime' }[];
  /** Stored columns of fields that have another name in the flow. */
  readonly columns: { readonly [field: string]: string };
}

/** An earlier run of a flow: its day, and the file of its members. */
export interface PreviousRef {
  readonly run: string;
  readonly asOf: string;
  readonly members: string;
  /** Of the file. */
  readonly digest: string;
}

/** The data a flow reads, in one generation. */
export interface DataRef {
  readonly generation: number;
  readonly asOf: string;
  /** Which tiers the customers had, as of the day or before. */
  readonly previous?: PreviousRef;
  readonly sets: readonly DataSetRef[];
}

/** A published definition to be applied to all customers. */
export interface ApplyRequest {
  readonly definition: Definition;
  readonly data: DataRef;
  /** Where the members' file goes. */
  readonly members: string;
}

export interface ApplyResult {
  readonly counts: RunCounts;
  readonly members: MembersIndex;
  readonly milliseconds: number;
}

/** A flow ready to be numbered and published, or the gates it failed. */
export type PrepareResult =
  | {
      readonly ok: true;
      readonly definition: Definition;
      readonly warnings: readonly Diagnostic[];
      readonly counts: { readonly customers: number; readonly tiers: readonly TierCount[]; readonly unassigned: number };
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export interface Questions {
  readonly preview: {
    readonly ask: { readonly flow: Flow; readonly data: DataRef; readonly request: PreviewRequest };
    readonly answer: Preview;
  };
  readonly rows: {
    readonly ask: { readonly flow: Flow; readonly data: DataRef; readonly request: PreviewRowsRequest };
    readonly answer: PreviewRows;
  };
  readonly clusters: {
    readonly ask: { readonly flow: Flow; readonly data: DataRef; readonly request: ClustersRequest };
    readonly answer: Clusters;
  };
  readonly clusterTrial: {
    readonly ask: { readonly flow: Flow; readonly data: DataRef; readonly request: ClusterTrialRequest };
    readonly answer: ClusterTrialAnswer;
  };
  readonly explain: {
    readonly ask: { readonly flow: Flow; readonly data: DataRef; readonly request: ExplainRequest; readonly language: 'en' | 'zh-CN' };
    readonly answer: Explain;
  };
  readonly tierMoves: {
    readonly ask: { readonly flow: Flow; readonly data: DataRef; readonly request: TierMovesRequest };
    readonly answer: TierMoves;
  };
  readonly impact: {
    readonly ask: { readonly flow: Flow; readonly data: DataRef; readonly live: Definition | null };
    readonly answer: Omit<Impact, 'live'>;
  };
  readonly prepare: { readonly ask: { readonly flow: Flow; readonly data: DataRef }; readonly answer: PrepareResult };
  readonly apply: { readonly ask: ApplyRequest; readonly answer: ApplyResult };
  /** The record of a customer, or null. */
  readonly record: {
    readonly ask: { readonly data: DataRef; readonly key: string };
    readonly answer: { readonly [name: string]: Json } | null;
  };
  /** A page of records from a row on, as NDJSON. */
  readonly records: {
    readonly ask: { readonly data: DataRef; readonly from: number; readonly count: number };
    readonly answer: { readonly text: string; readonly next: number | null };
  };
  /** A few different values of every column of one data set. */
  readonly samples: { readonly ask: { readonly data: DataRef }; readonly answer: { readonly [column: string]: Cell[] } };
  /** Different pairs of two columns of one data set, in the order of its rows; pairs without a first value are left out. */
  readonly pairs: {
    readonly ask: { readonly data: DataRef; readonly columns: readonly [string, string]; readonly limit: number };
    readonly answer: readonly (readonly [string, string])[];
  };
  readonly search: {
    readonly ask: { readonly data: DataRef; readonly search: string; readonly limit: number };
    readonly answer: { readonly customers: CustomerHit[]; readonly more: boolean };
  };
}

export type QuestionKind = keyof Questions;

/** To the thread. */
export type AnalysisMessage =
  | { readonly type: 'ask'; readonly id: number; readonly kind: QuestionKind; readonly ask: unknown }
  | { readonly type: 'drop'; readonly id: number };

/** From the thread. */
export type AnalysisAnswer =
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly code: ProblemCode;
      readonly params: { readonly [name: string]: Json };
      readonly diagnostics?: readonly Diagnostic[];
    }
  | { readonly id: number; readonly ok: false; readonly bug: string };
