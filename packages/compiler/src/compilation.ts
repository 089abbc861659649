// The answer of compile: the definition as far as the flow is sound, remarks, and what each node sees and makes.
import type { Column, Definition, Diagnostic, LocalText } from '@tierflow/definition';
import type { FormulaScope } from '@tierflow/expression';
import type { ColumnInfo, PortSpec, Scope } from './define-node.ts';

/** What the studio and explanations know of a node without reading its config. */
export interface NodeFacts {
  readonly id: string;
  readonly kind: string;
  readonly title: LocalText;
  /** One sentence; absent while the config cannot be read. */
  readonly summary?: LocalText;
  /** Columns of the people that arrive, by name. For a node below a broken one: as far as known. */
  readonly scope: Scope;
  /** Named columns it makes. */
  readonly makes: readonly ColumnInfo[];
  readonly ports: readonly PortSpec[];
  /** Names of the columns of the scope that it reads. */
  readonly reads: readonly string[];
  /** What the names of each of its formulas stand for, by the formula's path in the config; absent while there are none or the config cannot be read. */
  readonly formulas?: ReadonlyMap<string, FormulaScope>;
  /** Masks counted beside the definition, called `node?probe`; they read its columns. Absent where there are none. */
  readonly probes?: readonly Column[];
  /** Why it is not in the definition: ids of broken nodes above it, or its own id. Absent where it is in. */
  readonly blockedBy?: readonly string[];
}

export interface Compilation {
  /** Unfitted; without the nodes that are broken or hang below one. Absent where no people can flow at all. */
  readonly definition?: Definition;
  readonly diagnostics: readonly Diagnostic[];
  readonly nodes: ReadonlyMap<string, NodeFacts>;
}
