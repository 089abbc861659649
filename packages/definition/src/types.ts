// The compiled format `tierflow/definition@1`: a straight-line list of columns over one customer,
// plus the parameters fitted on a population. Every evaluator reads this and nothing else.

/** A type a value can have; every value may also be missing. Dates are civil days, datetimes are instants (ms). */
export type ValueType = 'boolean' | 'number' | 'string' | 'date' | 'datetime';

/** Text in the product's languages; `en` is the fallback. */
export interface LocalText {
  readonly en: string;
  readonly 'zh-CN'?: string;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One field of a record. */
export interface Field {
  readonly name: string;
  readonly type: ValueType;
}

/** A list inside a customer's record (orders, visits …), read only through aggregates. */
export interface Collection {
  readonly name: string;
  /** Field that dates a line; aggregates see no line after the as-of day. */
  readonly time?: string;
  readonly fields: readonly Field[];
}

/** What a record has to look like. */
export interface Input {
  readonly key: string;
  /** `$previous.tier` and `$previous.since` stand for the parts of the reserved member `$previous`. */
  readonly fields: readonly Field[];
  readonly collections: readonly Collection[];
}

/** A typed expression over one customer. Types follow from `typeOf` (types of fields, columns and the function table). */
export type Expr =
  | { readonly op: 'literal'; readonly value: boolean | number | string }
  /** A civil day, `YYYY-MM-DD`. */
  | { readonly op: 'date'; readonly value: string }
  | { readonly op: 'missing'; readonly type: ValueType }
  /** A constant list, only as an argument of a function that takes one, such as `in`, `bin` or `nearest`. */
  | { readonly op: 'list'; readonly values: readonly (boolean | number | string)[] }
  | { readonly op: 'field'; readonly name: string }
  /** A field of the line at hand; only inside an aggregate. */
  | { readonly op: 'line'; readonly name: string }
  /** An earlier column of the program. */
  | { readonly op: 'column'; readonly id: string }
  /**
   * The value of a parameter: a number, or a list as an argument of a function that takes one. With `member` it is the list of
   * that member over the `rows` of a table.
   */
  | { readonly op: 'parameter'; readonly id: string; readonly member?: string }
  /** The as-of day, a date. */
  | { readonly op: 'asOf' }
  | { readonly op: 'call'; readonly fn: string; readonly args: readonly Expr[] }
  | Aggregate;

export type AggregateName = 'count' | 'sum' | 'mean' | 'min' | 'max' | 'first' | 'last' | 'distinct' | 'firstRule';

/**
 * Reads a collection. `where` keeps the lines for which it is true; `value` is taken per line, missing values are skipped.
 * `first` and `last` go by `by`; on equal `by` the line order decides, a line whose `by` is missing is skipped.
 * With `descending` the largest `by` comes first, equal ones still in line order. With `at` they are asked for a line:
 * 0 is the first or the last itself, and a line whose `value` is missing counts and answers with missing.
 * count and distinct of nothing are 0, the others are missing. Sums go left to right in line order.
 * `firstRule` reads `rules`, a parameter that is a table with the members `if` (texts) and `then` (a text): it answers the number,
 * from 1 on, of the first row whose texts in `if` are all among the values, and whose `then` is not; missing where no row fits.
 */
export interface Aggregate {
  readonly op: 'aggregate';
  readonly fn: AggregateName;
  readonly from: string;
  readonly value?: Expr;
  readonly where?: Expr;
  readonly by?: Expr;
  readonly at?: number;
  readonly descending?: true;
  readonly rules?: Expr;
}

/** One column. Its value is missing (false for a mask) where `where` is given and not true. */
export interface Column {
  readonly id: string;
  /** The node that made it. */
  readonly node: string;
  readonly type: ValueType;
  /** Id of a mask: a boolean column that is never missing. */
  readonly where?: string;
  readonly expr: Expr;
  /** A mask says which people are somewhere: boolean, never missing. */
  readonly mask?: true;
  /** The name people see. Columns without one are inner steps. */
  readonly name?: string;
  readonly title?: LocalText;
  /** How its texts are told in traces; a text that is not listed tells itself. */
  readonly values?: readonly { readonly value: string; readonly title: LocalText }[];
}

/** `null` only before the fit. An object with `rows`, a list of objects with the same members, is a table. */
export type ParameterValue = number | readonly number[] | { readonly [name: string]: Json } | null;

/** A number or list that the program reads: typed by a person, or estimated on a population and then frozen. */
export interface Parameter {
  readonly id: string;
  readonly node: string;
  readonly fit?: Fit;
  readonly value: ParameterValue;
}

/**
 * How a parameter is estimated: `estimator` of the fitting package over the columns `of`, on the rows of mask `where`; of these
 * rows it may read `lines` too.
 */
export interface Fit {
  readonly estimator: string;
  readonly of: readonly string[];
  readonly where?: string;
  readonly lines?: FitLines;
  readonly options: { readonly [name: string]: Json };
}

/** Lines of a collection, for an estimator: the values `of` each line for which `where` is true. Both may read columns as well. */
export interface FitLines {
  readonly from: string;
  readonly of: readonly Expr[];
  readonly where?: Expr;
}

/** A way out of a node: the mask of the people that leave through it. */
export interface Port {
  readonly id: string;
  readonly title?: LocalText;
  readonly mask: string;
}

/** A node of the flow as counts, traces and explanations need it. */
export interface NodeEntry {
  readonly id: string;
  readonly kind: string;
  readonly title: LocalText;
  /** What it does, in one sentence. */
  readonly summary: LocalText;
  /** Mask of the people that reach it. */
  readonly in: string;
  readonly ports: readonly Port[];
  /** Mask of the people for whom its condition is unknown. */
  readonly unknown?: string;
  /** Ids of the named columns it makes, in order. */
  readonly columns: readonly string[];
}

export interface TierBand {
  readonly id: string;
  readonly title: LocalText;
  readonly mask: string;
}

/** A tiers node. The last one in flow order answers `tier`; all are listed. */
export interface TierOutput {
  readonly node: string;
  readonly score?: string;
  readonly bands: readonly TierBand[];
  readonly unassigned: string;
}

export interface PlaybookOutput {
  readonly id: string;
  readonly title: LocalText;
  readonly mask: string;
  readonly priority: number;
}

/** What a decision answers, as references to columns. */
export interface Outputs {
  readonly tiers: readonly TierOutput[];
  readonly scores: readonly { readonly name: string; readonly column: string }[];
  readonly labels: readonly { readonly name: string; readonly column: string }[];
  readonly segments: readonly { readonly id: string; readonly title: LocalText; readonly mask: string }[];
  readonly playbooks: readonly PlaybookOutput[];
}

/** On what the parameters were fitted. */
export interface FittedOn {
  /** Civil day. */
  readonly asOf: string;
  /** The data: a generation of a workspace, or a digest of files. */
  readonly generation: string;
  readonly rows: number;
}

/** A synthetic record with the answer expected of every evaluator. */
export interface TestVector {
  readonly asOf: string;
  readonly record: { readonly [name: string]: Json };
  readonly expect: { readonly tier: string | null; readonly score: number | null; readonly playbooks: readonly string[] };
}

/** Days of a season, both ends included: `YYYY-MM-DD`, or with `yearly` `MM-DD` of every year (`from` after `to` spans New Year). */
export interface SeasonDays {
  readonly from: string;
  readonly to: string;
  readonly yearly?: true | undefined;
}

/** Days on which other numbers hold. Columns that differ then choose by `if` on `seasonCondition`. */
export interface Season extends SeasonDays {
  readonly id: string;
  readonly title: LocalText;
  /** What nodes do then, where it is said in another sentence, by node. */
  readonly summaries: { readonly [node: string]: LocalText };
}

export interface Definition {
  readonly format: 'tierflow/definition@1';
  /** The flow's id. */
  readonly name: string;
  readonly title: LocalText;
  /** Per flow, what people see; 0 while unpublished. */
  readonly version: number;
  /** One rising integer per workspace; 0 while unpublished. */
  readonly revision: number;
  /** IANA zone in which civil days are counted. */
  readonly timeZone: string;
  /** Names of all functions, aggregates included, that a reader must know; it refuses the file otherwise. */
  readonly requires: readonly string[];
  readonly input: Input;
  readonly fittedOn: FittedOn | null;
  readonly parameters: readonly Parameter[];
  readonly columns: readonly Column[];
  readonly nodes: readonly NodeEntry[];
  readonly outputs: Outputs;
  /** First the one that wins where several share a day. */
  readonly seasons?: readonly Season[];
  readonly vectors: readonly TestVector[];
}

/** One step of a trace. */
export interface TraceStep {
  readonly node: string;
  readonly port: string | null;
  readonly column: string | null;
  readonly value: boolean | number | string | null;
  readonly text: string;
}

/** A value that could not be computed or read, or a remark on data quality. */
export interface Note {
  readonly code: string;
  /** Column or field it is about. */
  readonly at: string;
}

/** The answer of decide, everywhere (contract). `digest` is empty while unpublished. */
export interface Decision {
  readonly key: string | null;
  readonly tier: string | null;
  readonly tierTitle: LocalText | null;
  readonly score: number | null;
  readonly scores: { readonly [name: string]: number | null };
  readonly segments: readonly string[];
  readonly labels: { readonly [name: string]: string | null };
  readonly playbooks: readonly string[];
  readonly asOf: string;
  readonly definition: { readonly name: string; readonly version: number; readonly revision: number; readonly digest: string };
  readonly notes: readonly Note[];
  readonly trace?: readonly TraceStep[];
}
