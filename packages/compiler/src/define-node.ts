// The one page to read before adding a node kind: what a kind is, what it is given, what it answers.
// A kind is pure: it never sees data, a clock or the screen.
import type { Diagnostic, Expr, Field, Fit, LocalText, Messages, ParameterValue, ValueType } from '@tierflow/definition';
import type { Flow, FlowNode } from '@tierflow/flow';
import type { z } from 'zod';
import type { Condition } from './conditions/condition.ts';
import type { ValueConfig } from './conditions/value.ts';
import type { DataSchema } from './data-schema.ts';
import type { FormField } from './form.ts';

/** The palette's groups, in task order. Kinds of the group `canvas` are drawings only: they never reach the definition. */
export type NodeGroup = 'data' | 'filter' | 'score' | 'combine' | 'tier' | 'act' | 'canvas';

/** A value a label can take. */
export interface LabelValue {
  readonly value: string;
  readonly title?: LocalText;
}

/** The score behind a label of tiers, and where it would stand with other lines. */
export interface TierScale {
  /** The score as it is shown: a field or a column. */
  readonly score: Expr;
  /**
   * Place among the label's values, 1 the best and one more than there are for nobody, if every line stood lower by so much of the
   * score (higher for a negative number); missing without a score. Absent where no line of a score alone parts the tiers.
   */
  readonly place?: (lower: number) => Expr;
}

/** A tree that the values of a column come from, for people who choose among them: its name, and which of its values the column has. */
export interface ValueTreeRef {
  readonly tree: string;
  readonly settings: { readonly [name: string]: string };
}

/** A column as nodes downstream see it, by name. */
export interface ColumnInfo {
  readonly name: string;
  readonly type: ValueType;
  /** How to read it: a field of the record or a column of the program. */
  readonly expr: Expr;
  /** Node that made it; absent for fields of the data. */
  readonly node?: string;
  readonly title?: LocalText;
  /** The value is a whole number times 10^-decimals; 0 for integers. Absent for continuous numbers. */
  readonly decimals?: number;
  /** An integer twin: value = expr / scale, exactly. Cut lines compare on it. */
  readonly exact?: { readonly expr: Expr; readonly scale: number };
  /** For labels: all values it can take. */
  readonly values?: readonly LabelValue[];
  /** Its values stand in a tree. */
  readonly tree?: ValueTreeRef;
  /** For a label of tiers by a score. */
  readonly tiers?: TierScale;
}

/** What flows along an edge, by column name, in order. */
export type Scope = ReadonlyMap<string, ColumnInfo>;

/** A collection readable through aggregates. */
export interface CollectionInfo {
  readonly name: string;
  readonly time?: string;
  readonly fields: readonly Field[];
}

/**
 * A compiled formula, condition or column reference: `expr` is absent where an error stands in `diagnostics`.
 * For a column reference, `column` is what stands behind the name.
 */
export interface Compiled {
  readonly expr?: Expr;
  readonly type?: ValueType;
  readonly decimals?: number;
  readonly column?: ColumnInfo;
  /** Names of the columns and fields of the input it reads; fields of lines are not among them. */
  readonly reads: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How a value has to be: its types, and the line it is read from if it is not the customer. */
export interface ValueOptions {
  readonly types?: readonly ValueType[];
  /** Over one line of this collection. */
  readonly line?: CollectionInfo;
  /** Columns to see instead of the input's, for columns that build on each other. */
  readonly scope?: Scope;
}

/** A collection looked up by name. */
export interface FoundCollection {
  readonly collection?: CollectionInfo;
  readonly diagnostics: readonly Diagnostic[];
}

/** What check and lower are given. */
export interface NodeContext<C> {
  readonly node: FlowNode;
  readonly config: C;
  /** Columns of the people that arrive; empty for sources. */
  readonly scope: Scope;
  readonly flow: Flow;
  /** The data; without `customers` they are the distinct keys of a collection. */
  readonly data: DataSchema;
  /** The customer's key, as text. */
  readonly key: Expr;
  /** Compiles a column name or a formula; `path` says where in the config it stands. */
  readonly value: (value: ValueConfig, path: string, options?: ValueOptions) => Compiled;
  /** A collection by name; the diagnostics say so where there is none, or no time where `timed` asks for one. */
  readonly collection: (name: string, path: string, timed?: 'timed') => FoundCollection;
  /** Compiles a form condition (three-valued) over the input, over one line of a collection, or over another scope. */
  readonly condition: (where: Condition, path: string, line?: CollectionInfo, scope?: Scope) => Compiled;
  /** A column of this node by its local id. */
  readonly own: (id: string) => Expr;
  /** A parameter of this node by its local id. */
  readonly parameter: (id: string) => Expr;
  /** A diagnostic of this node. */
  readonly report: (code: string, path: string, params?: Diagnostic['params'], severity?: Diagnostic['severity']) => Diagnostic;
}

/** A way out, as the canvas draws it. */
export interface PortSpec {
  readonly id: string;
  readonly title?: LocalText;
  /** Position among tiers, 0 best; colours the port. */
  readonly tier?: number;
  /** The remainder (rest, unassigned). */
  readonly remainder?: true;
}

/** A column the node makes. Its id becomes `node.id`; it is missing for people outside the node. */
export interface MadeColumn {
  /** Unique within the node: `R`, `score`. */
  readonly id: string;
  readonly type: ValueType;
  readonly expr: Expr;
  /** Seen downstream and by people under this name; inner steps have none. */
  readonly name?: string;
  readonly title?: LocalText;
  readonly decimals?: number;
  /** The integer twin: a column of this node and its scale. */
  readonly exact?: { readonly column: string; readonly scale: number };
  readonly values?: readonly LabelValue[];
  /** Traces tell its value by its title. */
  readonly told?: true;
  readonly tiers?: TierScale;
  /** The tree that its values stand in. */
  readonly tree?: ValueTreeRef;
  /** Also answered by decide: among `scores` (number) or `labels` (text). */
  readonly answers?: true;
  /** Meant to stand for an earlier column of its name. */
  readonly replaces?: true;
  /** A boolean that says who belongs to something inside the node: false where unknown or outside. */
  readonly mask?: true;
}

/** A parameter the node reads. Its id becomes `node.id`. */
export interface MadeParameter {
  readonly id: string;
  readonly value: ParameterValue;
  /** For people to see: it stays though no column reads it. */
  readonly shown?: true;
  /** Estimated over `of`, on the people of the node or of its mask `where` (a local id); `lines` are read of these people only. */
  readonly fit?: Omit<Fit, 'of' | 'where'> & { readonly of: readonly Expr[]; readonly where?: string };
}

/** A port with the condition for leaving through it; without one everybody in the node leaves through it. */
export interface MadePort {
  readonly id: string;
  /** Boolean; missing counts as false. Evaluated for people in the node only. */
  readonly when?: Expr;
}

/** People counted while the flow is edited: those of the node for whom `when` is true. Never part of the definition. */
export interface MadeProbe {
  /** Unique among the probes of the node. */
  readonly id: string;
  /** Reads columns that stay in the definition. */
  readonly when: Expr;
}

/** A playbook for the people who leave through a port. */
export interface MadePlaybook {
  readonly id: string;
  readonly title: LocalText;
  /** The smaller one comes first. */
  readonly priority: number;
  readonly port: string;
}

/** What a node becomes. Ports of a node that splits people are exclusive and complete, in the order of `ports` of the kind. */
export interface Lowered {
  readonly columns?: readonly MadeColumn[];
  readonly parameters?: readonly MadeParameter[];
  readonly ports: readonly MadePort[];
  /** True for people for whom the node's condition is unknown, or who are a remainder without values. */
  readonly unknown?: Expr;
  /** For a source: the columns it starts with, and who is in it (everybody if not said). */
  readonly source?: { readonly fields: readonly ColumnInfo[]; readonly when?: Expr };
  /** For a tiers node: bands best first by port id, the port of the remainder, and what is shown as score. */
  readonly tiers?: { readonly bands: readonly string[]; readonly unassigned: string; readonly score?: Expr };
  /** Playbooks it hands out. */
  readonly playbooks?: readonly MadePlaybook[];
  /** Its ports, the remainder apart, are answered as `segments`. */
  readonly segments?: true;
  /** Counted beside its ports where somebody asks for them. */
  readonly probes?: readonly MadeProbe[];
}

/** Answer of check: remarks, and what the node reads. Lower runs only if no error stands here. */
export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  /** Column names of the input it reads. */
  readonly reads: readonly string[];
}

/** What a new node of a kind can be prefilled from. */
export interface DefaultsContext {
  readonly scope: Scope;
  readonly collections: ReadonlyMap<string, CollectionInfo>;
  readonly data: DataSchema;
  readonly flow: Flow;
}

export interface NodeKind<C = unknown> {
  readonly kind: string;
  readonly group: NodeGroup;
  /** Name of a Tabler icon, e.g. `filter`. */
  readonly icon: string;
  /** Rises when the config's shape changes; `migrate` brings older configs forward. */
  readonly version: number;
  /** Sources take no edges in; drawings neither in nor out. */
  readonly input: 'none' | 'people';
  readonly schema: z.ZodType<C>;
  /** A config to start from, given what arrives. */
  readonly defaults: (context: DefaultsContext) => C;
  readonly migrate?: (config: unknown) => unknown;
  readonly ports: (config: C, flow: Flow) => readonly PortSpec[];
  readonly check: (context: NodeContext<C>) => Checked;
  readonly lower: (context: NodeContext<C>) => Lowered;
  /** One sentence on the card in each language. */
  readonly summary: (context: { readonly config: C; readonly flow: Flow }) => LocalText;
  readonly form: readonly FormField[];
  /** Words of the kind: `name`, `about` (one sentence), `search` (synonyms), labels and options of the form, diagnostics. */
  readonly messages: { readonly en: Messages; readonly 'zh-CN': Messages };
  /** A picture in the inspector beyond the form: the name of a folder in the studio's `faces`. */
  readonly face?: string;
}

/** Declares a kind. The type parameter is hidden so that kinds of any config stand in one registry. */
export function defineNode<C>(kind: NodeKind<C>): NodeKind {
  return kind as unknown as NodeKind;
}

export type KindRegistry = ReadonlyMap<string, NodeKind>;
